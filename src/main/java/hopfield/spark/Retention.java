package hopfield.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import hopfield.theory.RetentionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** How many stored patterns Hebbian networks keep when recall starts from them. */
public final class Retention {
    /**
     * A pattern is retained where its recall ends with at least this overlap: between the .97 and more of the retrieval state and
     * the .35 or so that is left without one (Amit, Gutfreund &amp; Sompolinsky 1987, Annals of Physics 173, 30).
     */
    private static final double OVERLAP = .8;

    private Retention() {}

    /**
     * Counts in blocks of a run's deck: of K networks at a load, network k belongs to block floor(k B / K).
     *
     * @param metrics of which Hebbian recalls of stored patterns from themselves are read
     * @param neurons N
     * @param most the most blocks, B is this or the number of networks at the largest load
     * @return a list of B points for each load, in order of blocks
     */
    public static List<List<RetentionPoint>> blocks(MetricsTable metrics, int neurons, int most) {
        Map<Integer, List<Row>> loads = new TreeMap<>();
        metrics.read()
                .filter(col("rule")
                        .equalTo("hebbian")
                        .and(col("level").equalTo(0))
                        .and(col("stored")))
                .groupBy("patterns", "network")
                .agg(
                        count_if(col("overlap").geq(OVERLAP)).as("retained"),
                        count(lit(1)).as("trials"))
                .collectAsList()
                .forEach(row -> loads.computeIfAbsent(row.getAs("patterns"), load -> new ArrayList<>())
                        .add(row));
        int blocks = loads.values().stream().mapToInt(List::size).min().orElse(0);
        blocks = Math.min(blocks, most);
        List<List<RetentionPoint>> counted = new ArrayList<>();
        for (int b = 0; b < blocks; b++) {
            counted.add(new ArrayList<>());
        }
        for (Map.Entry<Integer, List<Row>> load : loads.entrySet()) {
            long[] retained = new long[blocks];
            long[] trials = new long[blocks];
            for (Row network : load.getValue()) {
                int block = network.<Integer>getAs("network")
                        * blocks
                        / load.getValue().size();
                retained[block] += network.<Long>getAs("retained");
                trials[block] += network.<Long>getAs("trials");
            }
            for (int b = 0; b < blocks; b++) {
                counted.get(b).add(new RetentionPoint((double) load.getKey() / neurons, retained[b], trials[b]));
            }
        }
        return counted;
    }
}
