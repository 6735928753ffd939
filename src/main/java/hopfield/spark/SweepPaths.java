package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.BlockGrid;
import hopfield.memory.Rule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Where each rule of a sweep recalls at each load, and what of it cannot be done.
 *
 * @param options what is swept
 * @param images in the deck
 * @param neurons N
 * @param placement what decides
 */
record SweepPaths(SweepOptions options, int images, int neurons, Placement placement) {
    Placement.Path of(Rule rule, int load) {
        return inTasks(load) ? Placement.Path.IN_TASKS : placement.path(rule, load, neurons);
    }

    /** Labels of paths by load, by rule. */
    Map<String, Map<String, String>> labels() {
        return byRuleAndLoad((rule, load) -> of(rule, load).label());
    }

    /** Why it is that path. */
    String reason(Rule rule, int load) {
        return inTasks(load) ? "networks are many and small" : placement.reason(rule, load, neurons);
    }

    /** Reasons by load, by rule. */
    Map<String, Map<String, String>> reasons() {
        return byRuleAndLoad(this::reason);
    }

    private Map<String, Map<String, String>> byRuleAndLoad(BiFunction<Rule, Integer, String> said) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Rule rule : options.rules()) {
            for (int load : options.loads()) {
                all.computeIfAbsent(rule.label(), first -> new LinkedHashMap<>())
                        .put(String.valueOf(load), said.apply(rule, load));
            }
        }
        return all;
    }

    private boolean inTasks(int load) {
        return Deal.inTasks(load, options.networksAt(load, images));
    }

    /**
     * Refuses, before anything is written, what a deck, a rule or the driver could not hold.
     *
     * @throws BadInput saying what to do
     */
    void check() {
        options.loads().forEach(load -> options.networksAt(load, images));
        for (int load : options.loads()) {
            for (Rule rule : options.rules()) {
                rule.requireLearnable(load, neurons);
                check(rule, load);
            }
        }
        checkWeights();
    }

    /**
     * Refuses weights that would have to stay in place and cannot.
     *
     * @throws BadInput saying what to do
     */
    void check(Rule rule, int load) {
        if (inTasks(load)) {
            placement.checkInTask(rule, load, neurons, options.update());
        } else {
            placement.check(rule, load, neurons, options.needsWholeWeights());
        }
    }

    /** Refuses weights that the driver could not hold or whose blocks would be dust. */
    private void checkWeights() {
        long needed = driverBytes();
        if (needed == 0 && noneInPlace()) {
            return;
        }
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "weights of %,d neurons need %,d MB on the driver, which has %,d; raise --driver-memory, or store few"
                            + " patterns",
                    neurons,
                    needed >> 20,
                    available >> 20));
        }
        Training.requireFewBlocks(new BlockGrid(neurons, options.blockSide()), options.blockSide());
    }

    private boolean noneInPlace() {
        return options.rules().stream().noneMatch(rule -> options.loads().stream()
                .anyMatch(load -> of(rule, load) == Placement.Path.IN_PLACE));
    }

    /** What the driver needs to train the largest memory of the grid. */
    private long driverBytes() {
        return options.rules().stream()
                .flatMapToLong(rule -> options.loads().stream()
                        .mapToLong(load -> Training.driverBytes(rule, load, neurons, placement)))
                .max()
                .orElse(0);
    }

    /**
     * Two, where the driver has room for both: the second is trained, and its recall begun, while the first is still recalled. Of
     * weights in place, which fill the executors, one.
     */
    int dealsAtOnce() {
        return noneInPlace() && 2 * driverBytes() < Runtime.getRuntime().maxMemory() ? 2 : 1;
    }
}
