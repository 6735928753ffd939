package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.BlockGrid;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.OuterProductRule;
import hopfield.memory.OuterProductSums;
import hopfield.memory.Projection;
import hopfield.memory.Rule;
import hopfield.memory.Storkey;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains one network by several rules, each over the cluster where that is worth it. What rules share is computed once, and only
 * if one of them needs it.
 */
final class Training implements AutoCloseable {
    /** Sums, weights and their serialised form, for a while all at once. */
    private static final long BYTES_PER_WEIGHT = 16;

    /** Gram matrix, its factors, their lower triangle and the whole numbers of a P x P inverse. */
    private static final long BYTES_PER_GRAM_ENTRY = 24;

    /** Sums of the inverse's rows over some neurons, at most. */
    private static final long PROJECTED_BLOCK_BYTES = 1L << 25;

    /** Patterns that one training task adds up: below this, more tasks only shuffle more partial sums. */
    private static final int PATTERNS_PER_TASK = 8192;

    /** Blocks are reduce tasks. */
    private static final int MOST_BLOCKS = 10_000;

    /** A block is one array: floor(sqrt(2^31 - 1)). */
    private static final int LARGEST_SIDE = 46_340;

    static final long MEGABYTE = 1_000_000;

    private final JavaSparkContext spark;
    private final Placement placement;
    private final BlockGrid grid;
    private final JavaRDD<Pattern> patterns;
    private final PatternSet stored;
    private OuterProductSums sums;
    private InPlaceProducts inPlace;

    /**
     * @param grid the cut of the outer products' sum
     * @param patterns what the network stores, in any partitions; read only if outer products are summed
     * @param stored the same on the driver
     */
    Training(
            JavaSparkContext spark, Placement placement, BlockGrid grid, JavaRDD<Pattern> patterns, PatternSet stored) {
        this.spark = spark;
        this.placement = placement;
        this.grid = grid;
        this.patterns = patterns;
        this.stored = stored;
    }

    /** What the driver holds while a network is trained as weights, or P patterns are projected: the P x P inverse and a block of what it is
     * multiplied by. Nothing worth counting where patterns alone are the memory, or weights stay in place. */
    static long driverBytes(Rule rule, int load, int neurons, Placement placement) {
        if (placement.path(rule, load, neurons) == Placement.Path.DUAL && rule.equals(Rule.PROJECTION)) {
            return BYTES_PER_GRAM_ENTRY * load * load
                    + Math.min(PROJECTED_BLOCK_BYTES, (long) Long.BYTES * load * neurons);
        }
        if (placement.path(rule, load, neurons) != Placement.Path.BROADCAST
                || placement.form(rule, load, neurons) == Form.PATTERNS) {
            return 0;
        }
        long fields = rule instanceof Storkey ? (long) Double.BYTES * load * neurons : 0;
        long inverse = rule.equals(Rule.PROJECTION) ? (long) Double.BYTES * neurons * neurons : 0;
        return BYTES_PER_WEIGHT * neurons * neurons + fields + inverse;
    }

    /**
     * Refuses weights that are cut too small or too large.
     *
     * @param side as it was given
     */
    static void requireFewBlocks(BlockGrid grid, int side) {
        long blocks = grid.rows() * (grid.rows() + 1L) / 2;
        if (blocks > MOST_BLOCKS) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "--block-size %d cuts the weights of %,d neurons into %,d blocks, expected at most %,d; use larger ones",
                    side,
                    grid.neurons(),
                    blocks,
                    MOST_BLOCKS));
        }
        if (grid.side() > LARGEST_SIDE) {
            throw new BadInput("--block-size must be at most " + LARGEST_SIDE + ", was " + side);
        }
    }

    /** Refuses weights that the driver could not hold, of so many bytes. */
    static void requireRoom(int neurons, long needed) {
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "weights of %,d neurons need %,d MB on the driver, which has %,d; raise --driver-memory, or store few"
                            + " patterns",
                    neurons,
                    needed / MEGABYTE,
                    available / MEGABYTE));
        }
    }

    /** The form in which the network is recalled by a rule. */
    Form form(Rule rule) {
        return placement.form(rule, stored.size(), stored.neurons());
    }

    /** Where the network is while it is recalled by a rule. */
    Placement.Path path(Rule rule) {
        return placement.path(rule, stored.size(), stored.neurons());
    }

    /** The description of a rule's jobs, for the list of jobs. */
    String description(Rule rule) {
        if (sumsOuterProducts(rule)) {
            return "sum of outer products";
        }
        if (rule instanceof Projection) {
            return "Gram matrix";
        }
        return rule instanceof Storkey ? "weight rows" : "from its patterns";
    }

    /** The network's memory by a rule; the same bits as where it is learned in one place. */
    Memory memory(Rule rule) {
        if (path(rule) == Placement.Path.IN_PLACE && rule instanceof CovarianceRule covariance) {
            return covariance.learnInPlace(inPlace().totals());
        }
        if (rule instanceof OuterProductRule outer && sumsOuterProducts(rule)) {
            return outer.learn(sums());
        }
        if (rule instanceof Projection projection) {
            return projection.learn(stored, GramMatrix.of(spark, stored, spark.defaultParallelism()), form(rule));
        }
        return rule instanceof Storkey ? StorkeyTraining.learn(spark, stored) : rule.learn(stored, form(rule));
    }

    private boolean sumsOuterProducts(Rule rule) {
        return rule instanceof OuterProductRule outer
                && form(rule) == Form.WEIGHTS
                && outer.learnsFromSums(stored.size(), stored.neurons());
    }

    /** The sum of outer products over the cluster; few patterns are brought together, many added where they are. */
    private OuterProductSums sums() {
        if (sums == null) {
            sums = sum(patterns, stored.size(), grid).collect();
        }
        return sums;
    }

    /** This sum, left on the cluster until it is closed. */
    InPlaceProducts inPlace() {
        if (inPlace == null) {
            inPlace = new InPlaceProducts(spark, sum(patterns, stored.size(), grid), stored.size());
        }
        return inPlace;
    }

    /** Tasks that add up so many patterns. */
    static int tasks(int patterns) {
        return (patterns + PATTERNS_PER_TASK - 1) / PATTERNS_PER_TASK;
    }

    /** Bytes of the partial sums of all tasks, an entry in two bytes or so. */
    static double partialBytes(int patterns, double neurons) {
        return tasks(patterns) * neurons * neurons / 2 * 2;
    }

    /** The memory of a task: its patterns, once as they come and once as columns, and a block as it is and as it is sent. */
    static double taskBytes(int patterns, int neurons, int blockSide) {
        double side = Math.min(blockSide, neurons);
        return Math.ceil((double) patterns / tasks(patterns))
                        * (2 * PackedBytes.ofPattern(neurons) + PackedBytes.IMAGE_OVERHEAD)
                + 2 * side * side * Integer.BYTES;
    }

    /** The sum over so many patterns, in as many tasks as that is worth. */
    static OuterProductBlocks sum(JavaRDD<Pattern> patterns, int count, BlockGrid grid) {
        int tasks = tasks(count);
        JavaRDD<Pattern> dealt = tasks < patterns.getNumPartitions() ? patterns.repartition(tasks) : patterns;
        return OuterProductTraining.sum(dealt, grid);
    }

    @Override
    public void close() {
        if (inPlace != null) {
            inPlace.close();
        }
    }
}
