package hopfield.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import hopfield.metric.Cell;
import hopfield.metric.Rate;
import hopfield.recall.Outcome;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The metrics table as one line per cell. */
public final class CellAggregation {
    /** Units in which ratios that are not shares of N are summed: 2^30 keeps nine digits and 8 billion rows. */
    private static final long FINE = 1L << 30;

    private CellAggregation() {}

    /**
     * Aggregates the metrics; one job.
     *
     * @param metrics rows of {@link MetricsTable}
     * @param neurons N
     * @return the cells, sorted by rule, load, noise and level
     */
    public static List<Cell> cells(Dataset<Row> metrics, int neurons) {
        return metrics
                .groupBy("rule", "patterns", "noise", "level")
                .agg(
                        count(lit(1)).as("images"),
                        countIf(col("stored")).as("probes_stored"),
                        countIf(col("stored").and(col("exact"))).as("exact"),
                        countIf(col("restored")).as("restored"),
                        countIf(col("identified")).as("identified"),
                        countIf(col("outcome").equalTo(Outcome.FIXED_POINT.label()))
                                .as("converged"),
                        mean("input_similarity", neurons),
                        mean("similarity", neurons),
                        mean("iou", FINE),
                        mean("steps", 1),
                        mean("foreground", 1))
                .orderBy("rule", "patterns", "noise", "level")
                .collectAsList()
                .stream()
                .map(row -> cell(row, neurons))
                .toList();
    }

    /** A mean summed in whole units, so that it is the same to the last bit in whatever order rows are added. */
    private static Column mean(String column, long unit) {
        return sum(floor(col(column).multiply(unit).plus(.5)))
                .divide(count(lit(1)).multiply(unit))
                .as(column);
    }

    private static Column countIf(Column condition) {
        return sum(coalesce(condition, lit(false)).cast("long"));
    }

    private static Cell cell(Row row, int neurons) {
        long images = row.<Long>getAs("images");
        long stored = row.<Long>getAs("probes_stored");
        return new Cell(
                row.getAs("rule"),
                row.<Integer>getAs("patterns"),
                neurons,
                row.getAs("noise"),
                row.<Double>getAs("level"),
                images,
                row.<Double>getAs("input_similarity"),
                row.<Double>getAs("similarity"),
                1 - row.<Double>getAs("foreground") / neurons,
                2 * row.<Double>getAs("similarity") - 1,
                row.<Double>getAs("iou"),
                new Rate(row.<Long>getAs("exact"), stored),
                new Rate(row.<Long>getAs("restored"), stored),
                new Rate(row.<Long>getAs("identified"), stored),
                row.<Double>getAs("steps"),
                (double) row.<Long>getAs("converged") / images);
    }
}
