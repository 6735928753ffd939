package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.memory.Projection;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.recall.Cue;
import hopfield.recall.field.FirstFields;
import hopfield.recall.field.LaneBounds;
import hopfield.recall.field.LaneFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Synchronous steps of one state after the other, each from the fields of a state near it: where few neurons differ, their weight rows are
 * less than what a kernel adds up for a state of a batch. Fields of two states are kept, as most recalls that have not converged come
 * near a 2-cycle: a state then differs in many neurons from the one before it, and in few from the one before that.
 */
final class IncrementalSteps implements AutoCloseable {
    /** Steps with few flips that are worth setting up the weight rows. */
    private static final int MANY = 1 << 11;

    /** A share of all neurons: a projection of fewer patterns is stepped sooner by them. */
    private static final int FEWEST_PATTERNS = 6;

    /** A share of all neurons that is few to differ in. */
    private static final int FEW = 16;

    private static final Seed NO_ORDER = new Seed(0);

    private final Memory memory;
    private final KernelPolicy kernels;
    private final int words;
    private Optional<FirstFields> first = Optional.empty();
    private LaneFields entered;
    private LaneFields last;
    private LaneFields other;
    private long near;
    private boolean areNear;

    private IncrementalSteps(Memory memory, KernelPolicy kernels) {
        this.memory = memory;
        this.kernels = kernels;
        this.words = Pattern.wordsFor(memory.neurons());
    }

    /** Of a memory whose fields fit {@linkplain LaneFields lanes}: one with weight rows, or one of the projection rule, which has rows too. */
    static Optional<IncrementalSteps> of(Memory memory, KernelPolicy kernels) {
        boolean small = memory.neurons() <= LaneFields.MOST_NEURONS;
        boolean rows = memory.weights() instanceof Weights.Narrow && LaneBounds.fit(memory);
        boolean projector = memory.weights() instanceof Weights.Projector of
                && of.fitsInt()
                && memory.patterns() > memory.neurons() / FEWEST_PATTERNS;
        return small && (rows || projector) ? Optional.of(new IncrementalSteps(memory, kernels)) : Optional.empty();
    }

    /** Counts the flips of steps that a kernel has taken. */
    void count(long[] states, long[] next, int count) {
        long flips = 0;
        for (int w = 0; w < count * words; w++) {
            flips += Long.bitCount(states[w] ^ next[w]);
        }
        areNear = flips <= count * kernels.mostFlips(memory);
        near += areNear ? count : 0;
    }

    /** Whether that many states, which flip as many neurons as those that were counted last, are better stepped here. */
    boolean areShorter(int states) {
        return areNear && near > MANY && states >= kernels.fewestNear(memory);
    }

    /** Makes the states those of the fields, one after the other, and hands each over then. */
    void enter(int[] states, TransitionGraph graph, IntConsumer entering) {
        if (first.isEmpty()) {
            entered = LaneFields.of(withRows());
            last = entered;
            other = entered.another();
            first = Optional.of(kernels.first(entered.memory(), entered));
        }
        List<Cue> cues = new ArrayList<>(states.length);
        for (int state : states) {
            cues.add(new Cue(graph.pattern(state), NO_ORDER));
        }
        int[] at = new int[1];
        first.get().enterEach(cues, cue -> {
            other = last == entered ? other : last;
            last = entered;
            entering.accept(states[at[0]++]);
        });
    }

    private Memory withRows() {
        return memory.weights() instanceof Weights.Projector projector
                ? new Memory(
                        memory.rule(),
                        memory.patterns(),
                        Projection.rows(projector),
                        memory.threshold(),
                        memory.scale())
                : memory;
    }

    /**
     * Steps one state.
     *
     * @param state its words come first. Not modified.
     * @param next its successor, likewise. Modified.
     */
    void step(long[] state, long[] next) {
        LaneFields nearest = moved(new Pattern(memory.neurons(), Arrays.copyOf(state, words)));
        System.arraycopy(nearest.successor().words(), 0, next, 0, words);
    }

    /** The energy of a state near one of those that were stepped last. */
    double energy(Pattern state) {
        return moved(state).energy();
    }

    /**
     * Fields of a state: those that moved last where they are near and the nearer ones, else the others, which are then those of the
     * state before that.
     */
    private LaneFields moved(Pattern state) {
        int flips = flips(last, state);
        if (flips > state.neurons() / FEW || flips > flips(other, state)) {
            LaneFields nearer = other;
            other = last;
            last = nearer;
        }
        last.moveTo(state);
        return last;
    }

    private static int flips(LaneFields fields, Pattern state) {
        int flips = 0;
        for (int w = 0; w < state.words().length; w++) {
            flips += Long.bitCount(fields.words()[w] ^ state.words()[w]);
        }
        return flips;
    }

    @Override
    public void close() {
        first.ifPresent(FirstFields::close);
    }
}
