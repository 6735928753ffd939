package hopfield.spark;

import hopfield.metric.Cell;
import hopfield.metric.FinalState;
import hopfield.metric.Score;
import hopfield.metric.Tally;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** The cells of a metrics table, counted again from its rows: the same, to the last bit, as those counted while it was written. */
public final class Recount {
    /** More pixels than this leave no room in a 32-bit share for each of them. */
    private static final int MOST_NEURONS = 1 << 20;

    /** Distinct shares that tell N. */
    private static final int SHARES = 1000;

    private record Key(String rule, int patterns, String noise, double level) implements Serializable {}

    private final SparkSession session;
    private final MetricsTable table;

    public Recount(SparkSession session, MetricsTable table) {
        this.session = session;
        this.table = table;
    }

    /**
     * The cells, by load and level ascending within the order of rules and kinds.
     *
     * @param neurons N
     * @param rules those that come first, in their order
     * @param kinds noise kinds that come first, in their order
     */
    public List<Cell> cells(int neurons, List<String> rules, List<String> kinds) {
        new JavaSparkContext(session.sparkContext()).setJobDescription("count the cells from their rows");
        List<Cell> cells = new ArrayList<>();
        byImage(table.read())
                .select(
                        "rule",
                        "patterns",
                        "noise",
                        "level",
                        "label",
                        "stored",
                        "foreground",
                        "input_similarity",
                        "similarity",
                        "iou",
                        "ssim",
                        "became",
                        "nearest_label",
                        "identified",
                        "restored",
                        "outcome",
                        "steps",
                        "trial")
                .toJavaRDD()
                .mapPartitionsToPair(rows -> {
                    Map<Key, Tally> tallies = new HashMap<>();
                    while (rows.hasNext()) {
                        Row row = rows.next();
                        Key key = new Key(row.getString(0), row.getInt(1), row.getString(2), row.getDouble(3));
                        tallies.computeIfAbsent(key, first -> new Tally()).add(score(row, neurons));
                    }
                    return tallies.entrySet().stream()
                            .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
                            .iterator();
                })
                .reduceByKey(Tally::plus)
                .collect()
                .forEach(of ->
                        cells.add(of._2.cell(of._1.rule(), of._1.patterns(), neurons, of._1.noise(), of._1.level())));
        cells.sort(Comparator.comparingInt((Cell cell) -> place(rules, cell.rule()))
                .thenComparing(Cell::rule)
                .thenComparingInt(Cell::patterns)
                .thenComparingInt(cell -> place(kinds, cell.noise()))
                .thenComparing(Cell::noise)
                .thenComparingDouble(Cell::level));
        return cells;
    }

    /** The trials of each image under a network one after the other, within one partition, if there are several. */
    private static Dataset<Row> byImage(Dataset<Row> rows) {
        Row last = rows.agg(functions.max("trial")).first();
        if (last.isNullAt(0) || last.getInt(0) == 0) {
            return rows;
        }
        Column[] image = Stream.of("rule", "patterns", "noise", "level", "network", "image")
                .map(functions::col)
                .toArray(Column[]::new);
        Column[] trial = Stream.concat(Stream.of(image), Stream.of(functions.col("trial")))
                .toArray(Column[]::new);
        return rows.repartition(image).sortWithinPartitions(trial);
    }

    private static int place(List<String> order, String name) {
        int place = order.indexOf(name);
        return place < 0 ? order.size() : place;
    }

    private static Score score(Row row, int neurons) {
        return new Score(
                row.getInt(17),
                label(row, 4),
                row.getBoolean(5),
                neurons,
                row.getInt(6),
                Math.round(row.getFloat(7) * neurons),
                Math.round(row.getFloat(8) * neurons),
                row.getFloat(9),
                row.isNullAt(10) ? Float.NaN : row.getFloat(10),
                FinalState.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
                label(row, 12),
                !row.isNullAt(13) && row.getBoolean(13),
                !row.isNullAt(14) && row.getBoolean(14),
                row.getString(15).equals("fixed_point"),
                row.getInt(16));
    }

    private static int label(Row row, int column) {
        return row.isNullAt(column) ? -1 : row.getShort(column);
    }

    /**
     * The number of neurons of a run that did not say: the fewest of which every similarity is a share; empty of no rows. It is a
     * divisor of N, and N itself unless all images agree in multiples of a few pixels.
     */
    public OptionalInt neurons() {
        Dataset<Row> rows = table.read();
        List<Row> shares = rows.select(functions.col("similarity"))
                .union(rows.select(functions.col("input_similarity")))
                .distinct()
                .limit(SHARES)
                .collectAsList();
        Row most = rows.agg(functions.max("foreground")).first();
        if (shares.isEmpty() || most.isNullAt(0)) {
            return OptionalInt.empty();
        }
        for (int n = Math.max(1, most.getInt(0)); n <= MOST_NEURONS; n++) {
            int neurons = n;
            if (shares.stream().allMatch(share -> isShare(share.getFloat(0), neurons))) {
                return OptionalInt.of(neurons);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isShare(float value, int neurons) {
        return (float) ((double) Math.round((double) value * neurons) / neurons) == value;
    }
}
