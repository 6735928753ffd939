package hopfield.cli;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rates of recalls by SQL, those of one image under a network as a cluster, and their intervals. */
final class RateQueries {
    /** The 97.5 % quantile of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    /** What is counted of a cell, as SQL that is null of a recall that does not count. */
    static final Map<String, String> HITS = Map.of(
            "restored", "if(stored, restored, null)",
            "identified", "if(stored, identified, null)",
            "exact", "if(stored, exact, null)",
            "improved", "if(stored, improved, null)",
            "converged", "outcome = 'fixed_point'",
            "unstored improved", "if(stored, null, improved)",
            "unstored sameClass", "if(stored, null, label = nearest_label)");

    private final SparkSession session;

    RateQueries(SparkSession session) {
        this.session = session;
    }

    List<Row> sql(String query) {
        return session.sql(query).collectAsList();
    }

    /** Whether an image has several trials, which are not independent. */
    boolean severalTrials() {
        return sql("select max(trial) > 0 several from recalls").get(0).getBoolean(0);
    }

    /** Sums over the images of a group, with their scatter about its rate. */
    List<Row> hits(String group, String hit, String recalls) {
        String images = "select " + group + ", network, image, count(hit) m, count_if(hit) y from (select *, " + hit
                + " hit from " + recalls + ") where hit is not null group by " + group + ", network, image";
        return sql("select " + group
                + ", count(*) clusters, sum(m) n, sum(y) y, sum(m * m) mm, sum(pow(y - p * m, 2)) scatter"
                + " from (select *, sum(y) over (partition by " + group + ") / sum(m) over (partition by " + group
                + ") p from (" + images + ")) group by " + group);
    }

    /** Rates with their intervals, by cell. */
    Map<List<Object>, List<Double>> rates(String what) {
        Map<List<Object>, List<Double>> rates = CellQueries.byText();
        hits(CellQueries.CELL, HITS.get(what), "recalls").forEach(row -> rates.put(CellQueries.key(row), wilson(row)));
        return rates;
    }

    /** n* of Kish, Rao and Scott, with the degrees of freedom of Korn and Graubard. */
    static double effective(Row row) {
        double n = row.<Long>getAs("n");
        double y = row.<Long>getAs("y");
        long clusters = row.<Long>getAs("clusters");
        double least = n * n / row.<Long>getAs("mm");
        if (y == 0 || y == n || clusters == 1) {
            return least;
        }
        double variance = clusters / (clusters - 1.0) * row.<Double>getAs("scatter") / n / n;
        double ratio = new TDistribution(n - 1).inverseCumulativeProbability(.975)
                / new TDistribution(clusters - 1.0).inverseCumulativeProbability(.975);
        return Math.max(least, Math.min(n, y / n * (1 - y / n) / variance * ratio * ratio));
    }

    /** Whether a count tells less than its trials would, if they were independent. */
    static boolean isClustered(Row row) {
        return effective(row) < row.<Long>getAs("n") * (1 - 1e-12);
    }

    private static List<Double> wilson(Row row) {
        return wilson(row.<Long>getAs("y") / (double) row.<Long>getAs("n"), effective(row));
    }

    /** A share p of n and its interval, between the roots of (x - p)^2 = Z^2 x (1 - x) / n. */
    static List<Double> wilson(double p, double n) {
        double a = 1 + Z * Z / n;
        double b = -(2 * p + Z * Z / n);
        double root = Math.sqrt(b * b - 4 * a * p * p);
        return List.of(p, p == 0 ? 0 : (-b - root) / (2 * a), p == 1 ? 1 : (-b + root) / (2 * a));
    }
}
