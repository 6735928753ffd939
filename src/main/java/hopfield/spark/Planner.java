package hopfield.spark;

import hopfield.image.DeckSize;
import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.OuterProductRule;
import hopfield.memory.ProductRows;
import hopfield.memory.Rule;
import hopfield.memory.Storkey;
import hopfield.recall.StepTimer;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts what a sweep takes on a cluster, from sizes and measured rates; runs nothing. Sizes are those of the data structures
 * named at each line, seconds are operations times rate over the tasks that run at once.
 */
public final class Planner {
    /** An image and its record beside its bits. */
    static final int IMAGE_OVERHEAD = 96;

    /** A row of the metrics table in Parquet. */
    private static final int ROW_BYTES = 30;

    /** Making and writing a row, and its image's structural similarity by pixel. */
    private static final double ROW_SECONDS = 6e-6;

    private static final double PIXEL_SECONDS = 2e-8;
    static final double JOB_SECONDS = .3;

    /** The first recalls run while their code is being compiled. */
    private static final double WARM_UP_SECONDS = .5;

    /** A neuron of a cue and of a state: made, compared with others, kept. */
    private static final double STATE_SECONDS = 1e-8;

    private static final int TRAINING_JOBS = 3;

    /** An entry of a partial sum, packed, written, read and added up. */
    private static final double PARTIAL_SECONDS = 4e-8;

    /** An entry of the sum, sent to its block row, cached, and multiplied once. */
    private static final double PRODUCT_SECONDS = 9e-8;

    /** A step's job: task results, scheduling. */
    private static final double STEP_JOB_SECONDS = .1;

    private final SweepOptions options;
    private final DeckSize deck;
    private final Cluster cluster;
    private final Placement placement;
    private final SweepPaths paths;
    private final Rates rates;

    /** How fast one core of this machine computes, and how many steps a recall takes. */
    public interface Rates {
        /** Seconds of a word of 64 bits in training. */
        double word();

        /** Seconds to compare a word of a state with one of a stored pattern. */
        double compare(int patterns, int neurons);

        /** Seconds of an operation of a step. */
        double step(Rule rule, Form form, int patterns, int neurons);

        /** Seconds of a weight in a step, weights in place. */
        double stepInPlace(int patterns, int neurons, int side);

        /** Seconds to add a weight to a field, as the energy of a final state is summed up. */
        double energy(int patterns, int neurons);

        /** Mean steps of a recall. */
        double steps(Rule rule, int patterns, int neurons);
    }

    public Planner(SweepOptions options, DeckSize deck, Cluster cluster, Rates rates) {
        this.options = options;
        this.deck = deck;
        this.cluster = cluster;
        this.placement =
                new Placement(options.kernels(), options.broadcastLimit().orElse(cluster.broadcastLimit()));
        this.paths = new SweepPaths(options, deck.images(), deck.neurons(), placement);
        this.rates = rates;
    }

    /**
     * Every rule at every load.
     *
     * @throws hopfield.BadInput if the deck is too small for the loads, or weights would have to stay in place that cannot
     */
    public List<PlannedMemory> plan() {
        List<PlannedMemory> plan = new ArrayList<>();
        for (int load : options.loads()) {
            for (Rule rule : options.rules()) {
                plan.add(memory(rule, load, plan.isEmpty() ? WARM_UP_SECONDS : 0));
            }
        }
        return plan;
    }

    /** The largest weight matrix that is broadcast. */
    public long broadcastLimit() {
        return placement.broadcastLimit();
    }

    private PlannedMemory memory(Rule rule, int p, double warmUp) {
        int n = deck.neurons();
        int networks = options.networksAt(p, deck.images());
        paths.check(rule, p);
        Placement.Path path = paths.of(rule, p);
        boolean inTasks = path == Placement.Path.IN_TASKS;
        boolean inPlace = path == Placement.Path.IN_PLACE;
        Form form = inTasks ? placement.formInTask(rule, p, n, options.update()) : placement.form(rule, p, n);
        boolean sums = form == Form.WEIGHTS && rule instanceof OuterProductRule outer && outer.learnsFromSums(p, n);
        BlockGrid grid = new BlockGrid(n, options.blockSide());
        long images = options.probed() == SweepOptions.Probed.ALL ? deck.images() : (long) networks * p;
        long recalls = images * options.trials() * options.noises().size();
        double steps = rates.steps(rule, p, n) + (inPlace ? 1.0 / options.maxSteps() : 0);
        double train = networks * trainOperations(rule, form, sums, p, n);
        double recall = recalls * steps * StepTimer.operations(rule, form, p, n);
        return new PlannedMemory(
                rule.label(),
                p,
                (double) p / n,
                networks,
                path.label(),
                paths.reason(rule, p),
                form == Form.WEIGHTS ? "weights" : "patterns",
                sums && !inTasks ? grid.blocks() : 0,
                recalls,
                steps,
                train,
                recall,
                bytes(path, form, sums, p, networks, recalls, steps),
                heap(rule, path, sums, p),
                seconds(rule, path, form, p, networks, recalls, steps, train, recall, warmUp));
    }

    /** Half of C by words of 64 patterns; Storkey's fields and rows; of the projection rule's Gram matrix, its factors. */
    static double trainOperations(Rule rule, Form form, boolean sums, int p, double n) {
        if (sums) {
            return n * n / 2 * words(p);
        }
        if (rule instanceof Storkey) {
            return (double) p * n * n;
        }
        return rule.equals(Rule.PROJECTION) ? (double) p * p * p + (form == Form.WEIGHTS ? n * n * p : 0) : 0;
    }

    private PlannedMemory.Bytes bytes(
            Placement.Path path, Form form, boolean sums, int p, int networks, long recalls, double steps) {
        double n = deck.neurons();
        double stored = p * bits();
        boolean inPlace = path == Placement.Path.IN_PLACE;
        boolean inTasks = path == Placement.Path.IN_TASKS;
        double products = n * n * ProductRows.entryBytes(p);
        double partial = sums && !inTasks ? Training.partialBytes(p, deck.neurons()) : 0;
        double weights = form == Form.WEIGHTS && !inTasks ? Placement.weightBytes(deck.neurons()) : 0;
        double states = recalls * steps * bits();
        return new PlannedMemory.Bytes(
                partial + (inPlace ? products : 0) + (inTasks ? networks * (double) p * (bits() + IMAGE_OVERHEAD) : 0),
                inTasks ? 0 : stored + (inPlace ? states : weights),
                inPlace ? states + recalls * bits() : 0,
                imageBytes(deck) + (inPlace ? products : 0),
                (double) recalls * ROW_BYTES);
    }

    private PlannedMemory.Heap heap(Rule rule, Placement.Path path, boolean sums, int p) {
        double n = deck.neurons();
        double side = Math.min(options.blockSide(), n);
        double stored = p * bits();
        boolean inPlace = path == Placement.Path.IN_PLACE;
        boolean inTasks = path == Placement.Path.IN_TASKS;
        double images = imageBytes(deck) / cluster.executors();
        double products = inPlace ? n * n * ProductRows.entryBytes(p) : 0;
        double task = sums && !inTasks ? Training.taskBytes(p, deck.neurons(), options.blockSide()) : stored;
        double row = inPlace ? side * n * ProductRows.entryBytes(p) + (16 << 20) : 0;
        double weights = path == Placement.Path.BROADCAST && placement.form(rule, p, deck.neurons()) == Form.WEIGHTS
                ? 2.0 * Placement.weightBytes(deck.neurons())
                : 0;
        return new PlannedMemory.Heap(
                Math.max(task, row),
                images + products / cluster.executors() + weights + 2 * stored + cluster.cores() * Math.max(task, row),
                2 * stored
                        + (inPlace ? 4.0 * InPlaceRecall.atOnce(deck.neurons()) * bits() : 0)
                        + Training.driverBytes(rule, p, deck.neurons(), placement));
    }

    private PlannedMemory.Seconds seconds(
            Rule rule,
            Placement.Path path,
            Form form,
            int p,
            int networks,
            long recalls,
            double steps,
            double train,
            double recall,
            double warmUp) {
        int n = deck.neurons();
        boolean inPlace = path == Placement.Path.IN_PLACE;
        boolean sums = form == Form.WEIGHTS && rule instanceof OuterProductRule outer && outer.learnsFromSums(p, n);
        double trained = sums && path != Placement.Path.IN_TASKS
                ? networks * summing(train / networks, p, n, inPlace, cluster, rates)
                : train
                        * rates.word()
                        / Math.min(path == Placement.Path.IN_TASKS ? networks : cluster.slots(), cluster.slots());
        double slots = cluster.slots();
        double jobs = 3;
        if (inPlace) {
            int rows = new BlockGrid(n, options.blockSide()).rows();
            slots = rows / Math.ceil(rows / (double) cluster.slots());
            jobs += Math.ceil(recalls / (double) InPlaceRecall.atOnce(n));
        }
        double energies = form == Form.WEIGHTS && !inPlace ? (double) recalls * n * n * rates.energy(p, n) : 0;
        double step = inPlace ? rates.stepInPlace(p, n, options.blockSide()) : rates.step(rule, form, p, n);
        double stepping = warmUp + (recall * step + energies) / slots + recalls * n * STATE_SECONDS / cluster.slots();
        double rounds = inPlace ? recalls * steps / InPlaceRecall.atOnce(n) : 0;
        double scoring =
                recalls * (p * words(n) * rates.compare(p, n) + n * PIXEL_SECONDS + ROW_SECONDS) / cluster.slots();
        return new PlannedMemory.Seconds(trained, stepping, scoring, jobs * JOB_SECONDS + rounds * STEP_JOB_SECONDS);
    }

    /**
     * Seconds of a sum of outer products.
     *
     * @param words that are compared
     * @param inPlace whether it is cut into block rows, or comes to the driver
     */
    static double summing(double words, int p, double n, boolean inPlace, Cluster cluster, Rates rates) {
        int tasks = Training.tasks(p);
        double shuffled = tasks * n * n / 2 * PARTIAL_SECONDS + (inPlace ? n * n * PRODUCT_SECONDS : 0);
        return TRAINING_JOBS * JOB_SECONDS
                + words * rates.word() / Math.min(tasks, cluster.slots())
                + shuffled / cluster.slots();
    }

    /** Bytes of a pattern. */
    private double bits() {
        return patternBytes(deck.neurons());
    }

    static double patternBytes(int neurons) {
        return Long.BYTES * words(neurons);
    }

    /** Bytes of a deck that is cached. */
    static double imageBytes(DeckSize deck) {
        return deck.images() * (patternBytes(deck.neurons()) + IMAGE_OVERHEAD);
    }

    private static double words(double bits) {
        return Math.ceil(bits / Long.SIZE);
    }
}
