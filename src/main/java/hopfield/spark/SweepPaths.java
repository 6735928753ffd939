package hopfield.spark;

import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.pattern.PatternSet;
import java.util.LinkedHashMap;
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
     * @throws hopfield.BadInput saying what to do
     */
    void check() {
        options.loads().forEach(load -> options.networksAt(load, images));
        for (int load : options.loads()) {
            for (Rule rule : options.rules()) {
                check(rule, load);
            }
        }
        Training.requireRoom(neurons, driverBytes());
    }

    /**
     * Refuses what could not be done whatever the driver holds: what the rule does not learn, weights that would have to stay in
     * place and cannot, and blocks too small or too large.
     *
     * @throws hopfield.BadInput saying what to do
     */
    void check(Rule rule, int load) {
        PatternSet.requireFits(load, neurons);
        rule.requireLearnable(load, neurons);
        if (inTasks(load)) {
            placement.checkInTask(rule, load, neurons, options.update());
            return;
        }
        placement.check(rule, load, neurons, options.needsWholeWeights());
        if (placement.form(rule, load, neurons) == Form.WEIGHTS) {
            Training.requireFewBlocks(new BlockGrid(neurons, options.blockSide()), options.blockSide());
        }
    }

    private boolean noneInPlace() {
        return options.rules().stream().noneMatch(rule -> options.loads().stream()
                .anyMatch(load -> of(rule, load) == Placement.Path.IN_PLACE));
    }

    /** The bytes that the driver needs to train the largest memory of the grid. */
    private long driverBytes() {
        return options.rules().stream()
                .flatMapToLong(rule -> options.loads().stream().mapToLong(load -> driverBytes(rule, load)))
                .max()
                .orElse(0);
    }

    private long driverBytes(Rule rule, int load) {
        return inTasks(load) ? 0 : Training.driverBytes(rule, load, neurons, placement);
    }

    /**
     * Two, where the driver has room for both: the second is trained, and its recall begun, while the first is still recalled. Of
     * weights in place, which fill the executors, one.
     */
    int dealsAtOnce() {
        return noneInPlace() && 2 * driverBytes() < Runtime.getRuntime().maxMemory() ? 2 : 1;
    }
}
