package hopfield.spark;

import hopfield.memory.BitColumns;
import hopfield.memory.BlockGrid;
import hopfield.pattern.Pattern;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.serializer.KryoSerializer;
import scala.Tuple2;

/**
 * Hebbian learning as a distributed sum: every partition adds up its patterns' outer products one block at a time and hands
 * each block to the shuffle before it makes the next; every reducer sums the partial blocks of one place. Whole numbers, so
 * the sum is the same from 1, 2 or 700 partitions. A task holds its own patterns as bits and one block.
 */
public final class OuterProductTraining {
    private OuterProductTraining() {}

    /**
     * The plan of the sum; nothing runs until it is used.
     *
     * @param patterns the network's patterns, in any partitions
     * @param grid the cut of the weight matrix
     */
    public static OuterProductBlocks sum(JavaRDD<Pattern> patterns, BlockGrid grid) {
        JavaPairRDD<Integer, int[]> partials = patterns.mapPartitionsToPair(part -> partialBlocks(part, grid));
        boolean combinedBeforeShuffle = false; // or a task would hold every block of its partition at once
        JavaPairRDD<Integer, int[]> blocks = partials.combineByKey(
                block -> block,
                OuterProductTraining::add,
                OuterProductTraining::add,
                new HashPartitioner(grid.blocks() + 1),
                combinedBeforeShuffle,
                new KryoSerializer(new SparkConf(false))); // Java's holds on to a hundred blocks that it has written
        return new OuterProductBlocks(grid, blocks);
    }

    /** The blocks of one partition, each made when it is asked for; none from a partition without patterns. */
    private static Iterator<Tuple2<Integer, int[]>> partialBlocks(Iterator<Pattern> part, BlockGrid grid) {
        List<Pattern> patterns = new ArrayList<>();
        part.forEachRemaining(patterns::add);
        if (patterns.isEmpty()) {
            return List.<Tuple2<Integer, int[]>>of().iterator();
        }
        BitColumns columns = new BitColumns(patterns, grid.neurons());
        return IntStream.rangeClosed(0, grid.blocks())
                .mapToObj(block -> new Tuple2<>(
                        block, block == grid.blocks() ? columns.totals() : columns.products(grid, grid.place(block))))
                .iterator();
    }

    /** @param sum entries of one block. Modified. */
    private static int[] add(int[] sum, int[] partial) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += partial[k];
        }
        return sum;
    }
}
