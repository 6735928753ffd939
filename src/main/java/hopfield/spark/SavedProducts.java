package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.BlockGrid;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Memory;
import hopfield.memory.ProductTotals;
import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * The sum of outer products C that saved weights were made of, block by block where they are read: off the diagonal
 * C_ij = (unit W_ij + shared_i shared_j) / gain, on it P. Weights that were rounded give the same: entries of C differ by two, and
 * rounding takes away less than half of that.
 *
 * @param name of the model, for messages
 * @param grid the cut of the weights
 * @param weights the rule's gain, shared part and unit
 * @param surplusBits by which saved weights were shortened
 */
record SavedProducts(String name, BlockGrid grid, Weights.InPlace weights, int surplusBits) implements Serializable {

    /**
     * @param scale the saved memory's, in the unit of its weights
     * @param stored the patterns that it stores
     */
    static SavedProducts of(String name, BlockGrid grid, CovarianceRule rule, double scale, PatternSet stored) {
        int[] sums = stored.sums();
        Memory exact = rule.learnInPlace(new ProductTotals(stored.size(), sums, new long[sums.length]));
        int surplusBits = Math.max(0, Math.getExponent(scale) - Math.getExponent(exact.scale()));
        return new SavedProducts(name, grid, (Weights.InPlace) exact.weights(), surplusBits);
    }

    /** @param table rows of {@link WeightsTable} */
    OuterProductBlocks blocks(JavaRDD<Row> table) {
        SavedProducts saved = this;
        JavaPairRDD<Integer, int[]> blocks = table.mapToPair(saved::stretch)
                .partitionBy(new HashPartitioner(grid.blocks()))
                .mapPartitionsToPair(saved::block);
        return new OuterProductBlocks(grid, blocks);
    }

    /** A row of a block under the block's number, its place in the block before its entries. */
    private Tuple2<Integer, int[]> stretch(Row row) {
        int i = row.getInt(0);
        int from = row.getInt(1);
        List<Number> values = row.getList(2);
        int above = i / grid.side();
        int left = from / grid.side();
        if (i < 0
                || i >= grid.neurons()
                || left < above
                || left >= grid.rows()
                || from != grid.start(left)
                || values.size() != grid.size(left)) {
            throw damaged(values.size() + " weights of neuron " + i + " from " + from);
        }
        int[] stretch = new int[1 + values.size()];
        stretch[0] = i - grid.start(above);
        for (int k = 0; k < values.size(); k++) {
            stretch[1 + k] = product(i, from + k, values.get(k).longValue());
        }
        return new Tuple2<>(grid.number(above, left), stretch);
    }

    private int product(int i, int j, long weight) {
        if (i == j) {
            return weights.patterns();
        }
        long shared = (long) weights.shared()[i] * weights.shared()[j];
        long scaled = (weight << surplusBits) * weights.unit() + shared;
        return (int) Math.floorDiv(2 * scaled + weights.gain(), 2L * weights.gain());
    }

    /** The one block that a partition holds. */
    private Iterator<Tuple2<Integer, int[]>> block(Iterator<Tuple2<Integer, int[]>> stretches) {
        Tuple2<Integer, int[]> next = stretches.hasNext() ? stretches.next() : null;
        if (next == null) {
            throw damaged("a block without weights");
        }
        int number = next._1;
        int width = next._2.length - 1;
        int rows = grid.size(grid.place(number).row());
        int[] block = new int[rows * width];
        boolean[] filled = new boolean[rows];
        int count = 0;
        for (; next != null; next = stretches.hasNext() ? stretches.next() : null) {
            System.arraycopy(next._2, 1, block, next._2[0] * width, width);
            count += filled[next._2[0]] ? 0 : 1;
            filled[next._2[0]] = true;
        }
        if (count != rows) {
            throw damaged("a block with " + count + " rows of " + rows);
        }
        return List.of(new Tuple2<>(number, block)).iterator();
    }

    private BadInput damaged(String found) {
        return new BadInput(name + " is damaged: it has " + found + ", expected blocks of " + grid.side() + " of "
                + grid.neurons() + " neurons");
    }
}
