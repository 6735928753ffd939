package hopfield.spark;

import hopfield.image.DeckSize;
import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.OuterProductRule;
import hopfield.memory.Rule;
import hopfield.memory.Storkey;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts what a sweep takes on a cluster, from sizes ({@link PlannedSizes}) and measured costs ({@link PlannedTimes}); runs
 * nothing.
 */
public final class Planner {
    private final SweepOptions options;
    private final DeckSize deck;
    private final Placement placement;
    private final SweepPaths paths;
    private final Costs costs;
    private final PlannedSizes sizes;
    private final PlannedTimes times;

    public Planner(SweepOptions options, DeckSize deck, Cluster cluster, Costs costs) {
        this.options = options;
        this.deck = deck;
        this.placement = Placement.on(cluster, options.kernels(), options.broadcastLimit());
        this.paths = new SweepPaths(options, deck.images(), deck.neurons(), placement);
        this.costs = costs;
        this.sizes = new PlannedSizes(deck, cluster, placement, options.blockSide());
        this.times = new PlannedTimes(deck, cluster, costs, options.blockSide());
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
                paths.check(rule, load);
                plan.add(memory(recalls(rule, load), plan.isEmpty() ? PlannedTimes.WARM_UP_SECONDS : 0));
            }
        }
        return plan;
    }

    /** The largest weight matrix that is broadcast. */
    public long broadcastLimit() {
        return placement.broadcastLimit();
    }

    private PlannedRecalls recalls(Rule rule, int p) {
        int n = deck.neurons();
        int networks = options.networksAt(p, deck.images());
        Placement.Path path = paths.of(rule, p);
        boolean inTasks = path == Placement.Path.IN_TASKS;
        Form form = inTasks ? placement.formInTask(rule, p, n, options.update()) : placement.form(rule, p, n);
        boolean sums = form == Form.WEIGHTS && rule instanceof OuterProductRule outer && outer.learnsFromSums(p, n);
        double energy = path == Placement.Path.IN_PLACE ? 1.0 / options.maxSteps() : 0;
        return new PlannedRecalls(
                rule,
                path,
                form,
                sums && !inTasks,
                p,
                networks,
                options.recalls(p, networks, deck.images()),
                costs.steps(rule, p, n) + energy);
    }

    private PlannedMemory memory(PlannedRecalls planned, double warmUp) {
        Rule rule = planned.rule();
        Form form = planned.form();
        int p = planned.patterns();
        int n = deck.neurons();
        boolean outer = rule instanceof OuterProductRule sum && sum.learnsFromSums(p, n);
        double train = planned.networks() * trainOperations(rule, form, form == Form.WEIGHTS && outer, p, n);
        double recall = planned.recalls() * planned.steps() * Costs.operations(rule, form, p, n);
        return new PlannedMemory(
                rule.label(),
                p,
                (double) p / n,
                planned.networks(),
                planned.path().label(),
                paths.reason(rule, p),
                form == Form.WEIGHTS ? "weights" : "patterns",
                planned.sums() ? new BlockGrid(n, options.blockSide()).blocks() : 0,
                planned.recalls(),
                planned.steps(),
                train,
                recall,
                sizes.bytes(planned),
                sizes.heap(planned),
                times.seconds(planned, train, recall, warmUp));
    }

    /** Half of C by words of 64 patterns; Storkey's fields and rows; of the projection rule's Gram matrix, its factors. */
    static double trainOperations(Rule rule, Form form, boolean sums, int p, double n) {
        if (sums) {
            return n * n / 2 * PackedBytes.words(p);
        }
        if (rule instanceof Storkey) {
            return (double) p * n * n;
        }
        return rule.equals(Rule.PROJECTION) ? (double) p * p * p + (form == Form.WEIGHTS ? n * n * p : 0) : 0;
    }
}
