package hopfield.spark;

import hopfield.image.DeckSize;
import hopfield.memory.BlockGrid;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Form;
import hopfield.memory.ProductRows;
import hopfield.memory.Rule;
import hopfield.pattern.PatternSet;

/** Predicts what {@link Train} takes to store a whole deck in one network, as {@link Planner} does of a sweep. */
public final class TrainPlanner {
    private final DeckSize deck;
    private final int blockSide;
    private final Cluster cluster;
    private final Costs costs;

    /** @param blockSide rows and columns of a block of the weight matrix */
    public TrainPlanner(DeckSize deck, int blockSide, Cluster cluster, Costs costs) {
        this.deck = deck;
        this.blockSide = blockSide;
        this.cluster = cluster;
        this.costs = costs;
    }

    /**
     * The deck stored by one rule.
     *
     * @throws hopfield.BadInput if the rule cannot hold it, or blocks are too small
     */
    public PlannedMemory plan(Rule rule) {
        int p = deck.images();
        int n = deck.neurons();
        PatternSet.requireFits(p, n);
        rule.requireLearnable(p, n);
        Form form = Train.form(rule, p, n);
        boolean weights = form == Form.WEIGHTS;
        boolean inTasks = weights && rule instanceof CovarianceRule;
        BlockGrid grid = new BlockGrid(n, blockSide);
        if (weights) {
            Training.requireFewBlocks(grid, blockSide);
        }
        double operations = weights ? Planner.trainOperations(rule, form, inTasks, p, n) : 0;
        return new PlannedMemory(
                rule.label(),
                p,
                (double) p / n,
                1,
                inTasks ? "by tasks" : weights ? "by driver" : "none",
                reason(rule, weights, inTasks),
                weights ? "weights" : "patterns",
                inTasks ? grid.blocks() : 0,
                0,
                0,
                operations,
                0,
                bytes(weights, inTasks),
                heap(rule, weights, inTasks),
                seconds(operations, inTasks));
    }

    private static String reason(Rule rule, boolean weights, boolean inTasks) {
        if (inTasks) {
            return "weights are made where the sum of outer products is";
        }
        if (weights) {
            return "its rule learns weights in one place";
        }
        return rule.forms(1, 1).contains(Form.WEIGHTS)
                ? "patterns are smaller than weights, P < N / 2"
                : "its rule has no weights";
    }

    private PlannedMemory.Bytes bytes(boolean weights, boolean inTasks) {
        double n = deck.neurons();
        double products = inTasks ? n * n * ProductRows.entryBytes(deck.images()) : 0;
        double matrix = weights ? (double) Placement.weightBytes(deck.neurons()) : 0;
        return new PlannedMemory.Bytes(
                inTasks ? Training.partialBytes(deck.images(), deck.neurons()) + products : 0,
                weights && !inTasks ? matrix : 0,
                weights && !inTasks ? matrix / 2 : 0,
                PackedBytes.ofImages(deck) + products,
                deck.images() * n / Byte.SIZE + matrix / 2);
    }

    private PlannedMemory.Heap heap(Rule rule, boolean weights, boolean inTasks) {
        int p = deck.images();
        double stored = p * PackedBytes.ofPattern(deck.neurons());
        double task = inTasks
                ? Math.max(Training.taskBytes(p, deck.neurons(), blockSide), blockRowBytes())
                : stored / cluster.slots();
        double products = inTasks ? (double) deck.neurons() * deck.neurons() * ProductRows.entryBytes(p) : 0;
        double broadcast = weights && !inTasks ? 2.0 * Placement.weightBytes(deck.neurons()) : 0;
        return new PlannedMemory.Heap(
                task,
                (PackedBytes.ofImages(deck) + products) / cluster.executors() + broadcast + cluster.cores() * task,
                Train.driverBytes(rule, p, deck.neurons()) + (weights && !inTasks ? 2 * stored : 0));
    }

    /** A block row, and of one of its blocks the weights in 64 bits. */
    private double blockRowBytes() {
        double side = Math.min(blockSide, deck.neurons());
        return side * deck.neurons() * ProductRows.entryBytes(deck.images()) + side * side * Long.BYTES;
    }

    private PlannedMemory.Seconds seconds(double operations, boolean inTasks) {
        double trained = inTasks
                ? PlannedTimes.summing(operations, deck.images(), deck.neurons(), true, cluster, costs)
                : operations * costs.word();
        return new PlannedMemory.Seconds(trained, 0, 0, 3 * PlannedTimes.JOB_SECONDS);
    }
}
