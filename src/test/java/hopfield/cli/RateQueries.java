package hopfield.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Images of a group that have recalls which count, as clusters: n recalls, y hits, mm the sum of m^2, and their scatter about the group's rate. */
    record Hits(long clusters, long n, long y, long mm, double scatter) {}

    /**
     * By group and by the name of each kind of hit, in one query: what counts of the images of the group.
     *
     * @param kinds SQL of each kind of hit, null of a recall that does not count
     */
    Map<List<Object>, Map<String, Hits>> hits(
            String group, Map<String, String> kinds, String recalls, Function<Row, List<Object>> key) {
        List<String> names = List.copyOf(kinds.keySet());
        String flags = each(names.size(), k -> kinds.get(names.get(k)) + " hit" + k);
        String images = "select " + group + ", network, image, "
                + each(names.size(), k -> "count(hit" + k + ") m" + k + ", count_if(hit" + k + ") y" + k)
                + " from (select *, " + flags + " from " + recalls + ") group by " + group + ", network, image";
        String rates = each(
                names.size(),
                k -> "try_divide(sum(y" + k + ") over (partition by " + group + "), sum(m" + k + ") over (partition by "
                        + group + ")) p" + k);
        String sums = each(names.size(), k -> ("count_if(m# > 0) clusters#, sum(m#) n#, sum(y#) y#, sum(m# * m#) mm#,"
                        + " sum(pow(y# - coalesce(p#, 0) * m#, 2)) scatter#")
                .replace("#", "" + k));
        Map<List<Object>, Map<String, Hits>> hits = CellQueries.byText();
        for (Row row : sql("select " + group + ", " + sums + " from (select *, " + rates + " from (" + images
                + ")) group by " + group)) {
            Map<String, Hits> ofGroup = new HashMap<>();
            for (int k = 0; k < names.size(); k++) {
                if (row.<Long>getAs("n" + k) > 0) {
                    ofGroup.put(
                            names.get(k),
                            new Hits(
                                    row.getAs("clusters" + k),
                                    row.getAs("n" + k),
                                    row.getAs("y" + k),
                                    row.getAs("mm" + k),
                                    row.getAs("scatter" + k)));
                }
            }
            hits.put(key.apply(row), ofGroup);
        }
        return hits;
    }

    private static String each(int count, IntFunction<String> sql) {
        return IntStream.range(0, count).mapToObj(sql).collect(Collectors.joining(", "));
    }

    /** n* of Kish, Rao and Scott, with the degrees of freedom of Korn and Graubard. */
    static double effective(Hits hits) {
        double n = hits.n;
        double y = hits.y;
        double least = n * n / hits.mm;
        if (y == 0 || y == n || hits.clusters == 1) {
            return least;
        }
        double variance = hits.clusters / (hits.clusters - 1.0) * hits.scatter / n / n;
        double ratio = new TDistribution(n - 1).inverseCumulativeProbability(.975)
                / new TDistribution(hits.clusters - 1.0).inverseCumulativeProbability(.975);
        return Math.max(least, Math.min(n, y / n * (1 - y / n) / variance * ratio * ratio));
    }

    /** Whether a count tells less than its trials would, if they were independent. */
    static boolean isClustered(Hits hits) {
        return effective(hits) < hits.n * (1 - 1e-12);
    }

    /** Its rate and interval. */
    static List<Double> wilson(Hits hits) {
        return wilson(hits.y / (double) hits.n, effective(hits));
    }

    /** A share p of n and its interval, between the roots of (x - p)^2 = Z^2 x (1 - x) / n. */
    static List<Double> wilson(double p, double n) {
        double a = 1 + Z * Z / n;
        double b = -(2 * p + Z * Z / n);
        double root = Math.sqrt(b * b - 4 * a * p * p);
        return List.of(p, p == 0 ? 0 : (-b - root) / (2 * a), p == 1 ? 1 : (-b + root) / (2 * a));
    }
}
