package hopfield.recall.dynamics;

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
import hopfield.recall.kernel.Kernel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How fast one core of this machine computes, measured on random patterns of a size that takes a fraction of a second: costs are
 * counted in operations, whose time hardly hangs on N.
 */
public final class StepTimer {
    private static final int NEURONS = 1024;
    private static final int PATTERNS = 1000;
    private static final int FEW_NEURONS = 400;
    private static final int STATES = 256;
    private static final long MOST_BITS = 1L << 29;
    private static final int MOST_ENTRIES = 1 << 24;
    private static final int CUES = 32;
    private static final long NANOSECONDS = 400_000_000;

    private StepTimer() {}

    /** Operations of one step of one state: N^2 with weights; with patterns 2 P N, and P^2 where their Gram matrix is inverted. */
    public static double operations(Rule rule, Form form, double patterns, double neurons) {
        if (form == Form.WEIGHTS) {
            return neurons * neurons;
        }
        return 2 * patterns * neurons + (rule.equals(Rule.PROJECTION) ? patterns * patterns : 0);
    }

    /** Nanoseconds of one of those operations. */
    public static double step(KernelPolicy kernels, Rule rule, Form form, int patterns, int neurons) {
        boolean inverse = rule.equals(Rule.PROJECTION);
        int p = Math.max(1, Math.min(patterns, inverse ? Math.min(neurons, NEURONS) / 4 : PATTERNS));
        int n = Math.min(neurons, form == Form.WEIGHTS || inverse ? NEURONS : Math.max(NEURONS, MOST_ENTRIES / p));
        PatternSet stored = random(p, n);
        boolean sums = rule.equals(Rule.HEBBIAN) || form == Form.PATTERNS;
        Memory memory = (sums ? rule : Rule.CENTRED).learn(stored, form);
        try (Kernel kernel = kernels.of(memory)) {
            long[] states = words(n);
            long[] next = new long[states.length];
            return time(() -> kernel.step(states, STATES, next)) / STATES / operations(rule, form, p, n);
        }
    }

    /** Nanoseconds of one weight in one step of one state, weights in place. */
    public static double stepInPlace(int patterns, int neurons, int side) {
        int n = Math.min(neurons, NEURONS);
        int p = Math.min(patterns, PATTERNS);
        BlockGrid grid = new BlockGrid(n, n);
        int[] block = new BitColumns(patterns(random(p, n)), n).products(grid, grid.place(0));
        ProductRows all = ProductRows.of(p, block, grid, grid.place(0)).toList().get(0);
        int rows = Math.min(side, n);
        ProductRows part = new ProductRows(p, 0, rows, 0, all.halves());
        Memory memory = Rule.HEBBIAN.learnInPlace(new ProductTotals(p, new int[n], new long[n]));
        DistributedSigns signs = new DistributedSigns(memory);
        States states = new States(n, STATES, words(n), new long[STATES]);
        return time(() -> new RowsStep(part, signs, states).successors()) / STATES / n / rows;
    }

    /** Nanoseconds to count the bits of a word in which two differ, as they are counted where outer products are summed up. */
    public static double word() {
        BlockGrid grid = new BlockGrid(NEURONS, NEURONS);
        BitColumns columns = new BitColumns(patterns(random(8192, NEURONS)), NEURONS);
        return time(() -> columns.products(grid, grid.place(0))) / NEURONS / NEURONS / (8192 / Long.SIZE);
    }

    /** Nanoseconds to compare a word of a state with one of a stored pattern, of patterns that may be more than a cache holds; at most. */
    public static double compare(int patterns, int neurons) {
        int p = (int) Math.max(1, Math.min(patterns, MOST_BITS / neurons));
        PatternSet stored = random(p, neurons);
        Pattern state = random(p + 1, neurons).pattern(p); // as far from all: none is passed over
        return time(() -> stored.nearest(state)) / p / Pattern.wordsFor(neurons);
    }

    /** Mean steps of some recalls in a smaller network of random patterns, at the same load and noise. */
    public static double steps(Rule rule, int patterns, int neurons, Noise noise, int maxSteps) {
        int n = Math.min(neurons, FEW_NEURONS);
        int p = (int) Math.max(1, Math.min(4L * n, Math.round((double) patterns * n / neurons)));
        PatternSet stored = random(p, n);
        Shape shape = n == FEW_NEURONS ? new Shape(20, 20) : new Shape(n, 1);
        Form form = rule.forms(p, n).contains(Form.PATTERNS) ? Form.PATTERNS : Form.WEIGHTS;
        List<Cue> cues = IntStream.range(0, CUES)
                .mapToObj(k -> new Cue(
                        noise.cue(stored.pattern(k % p), shape, new Seed(1), k, 0)
                                .state(),
                        new Seed(k)))
                .toList();
        try (Dynamics dynamics = Update.SYNC.dynamics(rule.learn(stored, form), KernelPolicy.JAVA, maxSteps)) {
            return dynamics.recall(cues).stream()
                    .mapToInt(RecallResult::steps)
                    .average()
                    .orElseThrow();
        }
    }

    /** Nanoseconds of the shortest of the runs that fit into the time, the first of which warm up; of this thread's own, as cores are shared. */
    private static double time(Runnable work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double shortest = Double.MAX_VALUE;
        for (long began = clock.getCurrentThreadCpuTime(); clock.getCurrentThreadCpuTime() - began < NANOSECONDS; ) {
            long from = clock.getCurrentThreadCpuTime();
            work.run();
            shortest = Math.min(shortest, clock.getCurrentThreadCpuTime() - from);
        }
        return shortest;
    }

    private static long[] words(int neurons) {
        int each = Pattern.wordsFor(neurons);
        SplittableRandom random = new SplittableRandom(2);
        long[] words = new long[STATES * each];
        for (int w = 0; w < words.length; w++) {
            words[w] = random.nextLong() & (w % each == each - 1 ? Pattern.lastWordMask(neurons) : -1);
        }
        return words;
    }

    private static PatternSet random(int patterns, int neurons) {
        SplittableRandom random = new SplittableRandom(1);
        int each = Pattern.wordsFor(neurons);
        List<Pattern> all = new ArrayList<>();
        for (int p = 0; p < patterns; p++) {
            long[] words = new long[each];
            for (int w = 0; w < each; w++) {
                words[w] = random.nextLong() & (w == each - 1 ? Pattern.lastWordMask(neurons) : -1);
            }
            all.add(new Pattern(neurons, words));
        }
        return new PatternSet(IntStream.range(0, patterns).toArray(), all);
    }

    private static List<Pattern> patterns(PatternSet stored) {
        return IntStream.range(0, stored.size()).mapToObj(stored::pattern).toList();
    }
}
