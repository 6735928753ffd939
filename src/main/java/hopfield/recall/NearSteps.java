package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Synchronous steps of one state after the other, each from the fields of the one before it: where few neurons flip in a step, their
 * weight rows are less than the matrix that a product of many states multiplies. Most steps of a recall that wanders are such.
 */
final class NearSteps implements AutoCloseable {
    /** Steps with few flips that are worth setting up what enters the first fields. */
    private static final int MANY = 1 << 11;

    private static final Seed NO_ORDER = new Seed(0);

    private final Memory memory;
    private final Kernels kernels;
    private final LaneFields fields;
    private final int words;
    private Optional<FirstFields> first = Optional.empty();
    private long near;
    private boolean areNear;

    private NearSteps(Memory memory, Kernels kernels, LaneFields fields) {
        this.memory = memory;
        this.kernels = kernels;
        this.fields = fields;
        this.words = Pattern.wordsFor(memory.neurons());
    }

    /** Of a memory whose fields fit {@linkplain LaneFields lanes}. */
    static Optional<NearSteps> of(Memory memory, Kernels kernels) {
        return LaneFields.fitting(memory).map(fields -> new NearSteps(memory, kernels, fields));
    }

    /** Counts the flips of steps that a kernel has taken. */
    void count(long[] states, long[] next, int count) {
        long flips = 0;
        for (int w = 0; w < count * words; w++) {
            flips += Long.bitCount(states[w] ^ next[w]);
        }
        areNear = flips <= count * kernels.mostFlips(memory.neurons());
        near += areNear ? count : 0;
    }

    /** Whether that many states, which flip as many neurons as those that were counted last, are better stepped here. */
    boolean areShorter(int states) {
        return areNear && near > MANY && states >= kernels.fewestNear();
    }

    /** Makes the states those of the fields, one after the other, and hands each over then. */
    void enter(int[] states, StateGraph graph, IntConsumer entered) {
        if (first.isEmpty()) {
            first = Optional.of(kernels.first(memory, fields));
        }
        List<Cue> cues = new ArrayList<>(states.length);
        for (int state : states) {
            cues.add(new Cue(graph.pattern(state), NO_ORDER));
        }
        int[] at = new int[1];
        first.get().enterEach(cues, cue -> entered.accept(states[at[0]++]));
    }

    /**
     * Steps one state.
     *
     * @param state its words come first. Not modified.
     * @param next its successor, likewise. Modified.
     */
    void step(long[] state, long[] next) {
        fields.moveTo(new Pattern(memory.neurons(), Arrays.copyOf(state, words)));
        System.arraycopy(fields.successor().words(), 0, next, 0, words);
    }

    /** The energy of a state near the one that was stepped last. */
    double energy(Pattern state) {
        fields.moveTo(state);
        return fields.energy();
    }

    @Override
    public void close() {
        first.ifPresent(FirstFields::close);
    }
}
