package hopfield.spark;

import hopfield.memory.BlockGrid;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Memory;
import hopfield.memory.ProductRows;
import hopfield.memory.WeightRange;
import hopfield.memory.Weights;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A memory whose weights are made where the sum of outer products is, block by block, and are never in one place: the driver has
 * thresholds and scale.
 *
 * @param memory its thresholds and scale in the unit in which entries are kept
 * @param range how entries are kept
 */
record InPlaceWeights(Memory memory, WeightRange range) {
    /** Looked at together. */
    private static final int COLUMNS = 256;

    /** The memory that a rule learns from a sum: one job, which finds the largest row sum. Its numbers are those of a memory learned in one place. */
    static InPlaceWeights learn(JavaSparkContext spark, CovarianceRule rule, InPlaceProducts products) {
        Memory exact = rule.learnInPlace(products.totals());
        Broadcast<Weights.InPlace> everywhere = spark.broadcast((Weights.InPlace) exact.weights());
        double largest = products.rows()
                .map(part -> largestRowSum(part, everywhere.value()))
                .max(Comparator.naturalOrder());
        everywhere.destroy();
        WeightRange range = WeightRange.of(largest, exact.neurons());
        return new InPlaceWeights(range.inUnits(exact), range);
    }

    private static double largestRowSum(ProductRows part, Weights.InPlace weights) {
        double[] sums = new double[part.rows()];
        for (int from = 0; from < weights.neurons(); from += COLUMNS) {
            long[][] columns = part.weights(weights, from, Math.min(weights.neurons(), from + COLUMNS));
            for (int i = 0; i < sums.length; i++) {
                for (long weight : columns[i]) {
                    sums[i] += Math.abs((double) weight);
                }
            }
        }
        return IntStream.range(0, sums.length).mapToDouble(i -> sums[i]).max().orElse(0);
    }

    /** Writes them as {@link WeightsTable} has them, by the tasks that hold the sum. */
    void write(SparkSession session, InPlaceProducts products, BlockGrid grid, String path) {
        WeightRange kept = range;
        Broadcast<Weights.InPlace> everywhere =
                new JavaSparkContext(session.sparkContext()).broadcast((Weights.InPlace) memory.weights());
        JavaRDD<Row> rows = products.rows().flatMap(part -> rows(part, everywhere.value(), grid, kept));
        WeightsTable.write(session, rows, range.wide(), path);
        everywhere.destroy();
    }

    /** The blocks of one block row, from the diagonal on, each made when it is asked for. */
    private static Iterator<Row> rows(ProductRows part, Weights.InPlace weights, BlockGrid grid, WeightRange kept) {
        return IntStream.range(part.firstRow() / grid.side(), grid.rows())
                .boxed()
                .flatMap(column -> {
                    int left = grid.start(column);
                    long[][] block = part.weights(weights, left, left + grid.size(column));
                    return IntStream.range(0, part.rows())
                            .mapToObj(i -> WeightsTable.row(part.firstRow() + i, left, block[i], kept));
                })
                .iterator();
    }
}
