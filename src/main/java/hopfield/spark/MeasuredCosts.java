package hopfield.spark;

import hopfield.memory.BitColumns;
import hopfield.memory.BlockGrid;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.ProductRows;
import hopfield.memory.ProductTotals;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.dynamics.DistributedSigns;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.RowsStep;
import hopfield.recall.dynamics.States;
import hopfield.recall.dynamics.Update;
import hopfield.recall.kernel.Kernel;
import hopfield.recall.kernel.NearPatterns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Costs of the core that this runs on. Each is measured once, when it is first asked for, on random patterns of a size that takes about
 * a tenth of a second: the time of an operation hardly depends on N.
 */
public final class MeasuredCosts implements Costs {
    private static final int NEURONS = 1024;
    private static final int PATTERNS = 1000;
    private static final int FEW_NEURONS = 400;
    private static final int STATES = 512;
    private static final int FEWEST_STATES = 64;
    private static final long COMPARED = 1 << 25;
    private static final int ENTRIES = 1 << 20;
    private static final long MOST_BITS = 1L << 29;
    private static final int FEW = 16;
    private static final int CUES = 96;

    private final KernelPolicy kernels;
    private final List<Noise> noises;
    private final int maxSteps;
    private final Map<String, Double> measured = new HashMap<>();

    /**
     * @param kernels how steps are computed
     * @param noises what cues are made by
     * @param maxSteps of a recall
     */
    public MeasuredCosts(KernelPolicy kernels, List<Noise> noises, int maxSteps) {
        this.kernels = kernels;
        this.noises = noises;
        this.maxSteps = maxSteps;
    }

    @Override
    public double word() {
        int patterns = 2048;
        return once("word", () -> {
            BlockGrid grid = new BlockGrid(NEURONS, NEURONS);
            BitColumns columns = new BitColumns(SamplePatterns.list(SamplePatterns.random(patterns, NEURONS)), NEURONS);
            return ShortestRun.seconds(() -> columns.products(grid, grid.place(0)))
                    / NEURONS
                    / NEURONS
                    / PackedBytes.words(patterns);
        });
    }

    /** Patterns that a core's cache holds are compared in the same time, however many they are. */
    @Override
    public double compare(int patterns, int neurons) {
        int p = (int) Math.max(1, Math.min(Math.max(patterns, ENTRIES / neurons), MOST_BITS / neurons));
        long words = (long) p * Pattern.wordsFor(neurons);
        int count = (int) Math.max(FEWEST_STATES, Math.min(STATES, COMPARED / words));
        return once("compare P=" + p, () -> {
            PatternSet stored = SamplePatterns.random(p, neurons);
            NearPatterns near = NearPatterns.nearest(stored);
            long[] states = SamplePatterns.statesNear(stored, count);
            return ShortestRun.seconds(() -> near.nearest(states, count)) / count / words;
        });
    }

    /** With weights, the cost of the widest in as many bytes. With patterns, a + b / P, by the costs of few and of many. */
    @Override
    public double step(Rule rule, Form form, int patterns, int neurons) {
        if (form == Form.WEIGHTS) {
            int p = patterns <= Byte.MAX_VALUE ? Byte.MAX_VALUE : PATTERNS;
            return step(kernels, rule.equals(Rule.HEBBIAN) ? rule : Rule.CENTRED, form, p, Math.min(neurons, NEURONS));
        }
        int many = Math.max(FEW + 1, Math.min(neurons, NEURONS) / 4);
        int p = Math.max(1, Math.min(patterns, many));
        double few = step(kernels, rule, form, Math.min(p, FEW), neurons);
        if (p <= FEW) {
            return few;
        }
        double most = step(kernels, rule, form, many, neurons);
        return most + (few - most) * (1. / p - 1. / many) / (1. / FEW - 1. / many);
    }

    @Override
    public double energy() {
        return step(KernelPolicy.JAVA, Rule.HEBBIAN, Form.WEIGHTS, PATTERNS, NEURONS);
    }

    private double step(KernelPolicy policy, Rule rule, Form form, int patterns, int neurons) {
        String what = String.join(" ", rule.label(), form.name(), "P=" + patterns, "by", policy.description());
        return once(
                what,
                () -> measure(policy, rule, form, patterns, Math.min(neurons, Math.max(NEURONS, ENTRIES / patterns))));
    }

    private static double measure(KernelPolicy kernels, Rule rule, Form form, int patterns, int neurons) {
        PatternSet stored = SamplePatterns.random(patterns, neurons);
        try (Kernel kernel = kernels.of(rule.learn(stored, form))) {
            long[] states = SamplePatterns.statesNear(stored, STATES);
            long[] next = new long[states.length];
            return ShortestRun.seconds(() -> kernel.step(states, STATES, next))
                    / STATES
                    / Costs.operations(rule, form, patterns, neurons);
        }
    }

    @Override
    public double stepInPlace(int patterns, int neurons, int side) {
        int n = Math.min(neurons, NEURONS);
        int p = Math.min(patterns, PATTERNS);
        return once("in place P=" + p, () -> {
            PatternSet stored = SamplePatterns.random(p, n);
            BlockGrid grid = new BlockGrid(n, n);
            int[] block = new BitColumns(SamplePatterns.list(stored), n).products(grid, grid.place(0));
            ProductRows all =
                    ProductRows.of(p, block, grid, grid.place(0)).toList().get(0);
            int rows = Math.min(side, n);
            ProductRows part = new ProductRows(p, 0, rows, 0, all.halves());
            Memory memory = Rule.HEBBIAN.learnInPlace(new ProductTotals(p, new int[n], new long[n]));
            DistributedSigns signs = new DistributedSigns(memory);
            States states = new States(n, STATES, SamplePatterns.statesNear(stored, STATES), new long[STATES]);
            return ShortestRun.seconds(() -> new RowsStep(part, signs, states).successors()) / STATES / n / rows;
        });
    }

    /** In a smaller network of random patterns, at the same load and noise. */
    @Override
    public double steps(Rule rule, int patterns, int neurons) {
        return once("steps " + rule.label() + " P=" + patterns, () -> {
            int n = Math.min(neurons, FEW_NEURONS);
            int p = (int) Math.max(1, Math.min(4L * n, Math.round((double) patterns * n / neurons)));
            PatternSet stored = SamplePatterns.random(p, n);
            Shape shape = n == FEW_NEURONS ? new Shape(20, 20) : new Shape(n, 1);
            Form form = rule.forms(p, n).contains(Form.PATTERNS) ? Form.PATTERNS : Form.WEIGHTS;
            List<Cue> cues = new ArrayList<>();
            for (Noise noise : noises) {
                for (int k = 0; k < Math.max(8, CUES / noises.size()); k++) {
                    Pattern state = noise.cue(stored.pattern(k % p), shape, new Seed(1), k, 0)
                            .state();
                    cues.add(new Cue(state, new Seed(k)));
                }
            }
            try (Dynamics dynamics = Update.SYNC.dynamics(rule.learn(stored, form), KernelPolicy.JAVA, maxSteps)) {
                return dynamics.recall(cues).stream()
                        .mapToInt(RecallResult::steps)
                        .average()
                        .orElseThrow();
            }
        });
    }

    private double once(String what, Supplier<Double> measure) {
        return measured.computeIfAbsent(what, cost -> measure.get());
    }
}
