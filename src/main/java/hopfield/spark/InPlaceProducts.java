package hopfield.spark;

import hopfield.memory.BlockGrid;
import hopfield.memory.ProductRows;
import hopfield.memory.ProductTotals;
import hopfield.recall.dynamics.DistributedDynamics;
import hopfield.recall.dynamics.DistributedSigns;
import hopfield.recall.dynamics.RowsStep;
import hopfield.recall.dynamics.States;
import hopfield.recall.dynamics.Successors;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * The sum of outer products left on the cluster: one block row a partition, in memory, and on disk where that is short. It never
 * moves again; states are broadcast to it and each partition answers for its own neurons.
 */
final class InPlaceProducts implements AutoCloseable {
    private final JavaSparkContext spark;
    private final JavaRDD<ProductRows> rows;
    private final ProductTotals totals;
    private final LongAccumulator nanoseconds;

    private record RowProducts(int firstRow, long[] products) implements Serializable {}

    /** Cuts the blocks of a sum into block rows, which stay until this is closed; two jobs. */
    InPlaceProducts(JavaSparkContext spark, OuterProductBlocks sum, int patterns) {
        this(spark, sum, sum.sums(), patterns);
    }

    /** Likewise, of a sum whose patterns' sum is known; one job. */
    InPlaceProducts(JavaSparkContext spark, OuterProductBlocks sum, int[] sums, int patterns) {
        BlockGrid grid = sum.grid();
        this.spark = spark;
        this.nanoseconds = spark.sc().longAccumulator();
        // Each part is forgotten once it is written, or a task would hold all that it sends.
        SparkConf forgetful = new SparkConf(false).set("spark.serializer.objectStreamReset", "1");
        boolean combinedBeforeShuffle = false;
        this.rows = sum.blocks()
                .filter(block -> block._1 < grid.blocks())
                .flatMapToPair(block -> ProductRows.of(patterns, block._2, grid, grid.place(block._1))
                        .map(part -> new Tuple2<>(part.firstRow() / grid.side(), part))
                        .iterator())
                .combineByKey(
                        part -> new ArrayList<>(List.of(part)),
                        InPlaceProducts::with,
                        InPlaceProducts::withAll,
                        new HashPartitioner(grid.rows()),
                        combinedBeforeShuffle,
                        new JavaSerializer(forgetful))
                .map(row -> ProductRows.join(row._2))
                .setName("block rows of the sum of outer products")
                .persist(StorageLevel.MEMORY_AND_DISK());
        this.totals = new ProductTotals(patterns, sums, times(sums));
    }

    private static ArrayList<ProductRows> with(ArrayList<ProductRows> parts, ProductRows part) {
        parts.add(part);
        return parts;
    }

    private static ArrayList<ProductRows> withAll(ArrayList<ProductRows> parts, ArrayList<ProductRows> others) {
        parts.addAll(others);
        return parts;
    }

    private long[] times(int[] vector) {
        Broadcast<int[]> everywhere = spark.broadcast(vector);
        long[] product = new long[vector.length];
        rows.map(part -> new RowProducts(part.firstRow(), part.times(everywhere.value())))
                .collect()
                .forEach(part -> System.arraycopy(part.products, 0, product, part.firstRow, part.products.length));
        everywhere.destroy();
        return product;
    }

    /** Its block rows, each with all its columns. */
    JavaRDD<ProductRows> rows() {
        return rows;
    }

    /** The numbers of the sum that rules need on the driver: O(N). */
    ProductTotals totals() {
        return totals;
    }

    /**
     * Steps states by a memory of this sum: one job a step, which broadcasts the states and collects a bit for each neuron of each.
     *
     * @param description what the job is called
     */
    DistributedDynamics.Step step(Broadcast<DistributedSigns> signs, String description) {
        LongAccumulator spent = nanoseconds;
        return states -> {
            Broadcast<States> before = spark.broadcast(states);
            spark.setJobDescription(description + ": a step of " + states.count() + " states");
            List<Successors> next = rows.map(part -> {
                        long began = System.nanoTime();
                        Successors answer = new RowsStep(part, signs.value(), before.value()).successors();
                        spent.add(System.nanoTime() - began);
                        return answer;
                    })
                    .collect();
            before.destroy();
            return next;
        };
    }

    /** Seconds that tasks have spent on steps since this was last asked for. */
    double stepSeconds() {
        double seconds = nanoseconds.value() / 1e9;
        nanoseconds.reset();
        return seconds;
    }

    @Override
    public void close() {
        rows.unpersist();
    }
}
