package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import java.util.Arrays;

/**
 * The distinct states that recalls have met, each with its successor once it has been stepped. Synchronous recall is a walk on
 * this graph, so that a state which many cues reach is stepped once. States are numbered as they come. With clamped neurons,
 * what follows a state depends on which neurons those are: a state then stands in the graph together with them.
 */
final class TransitionGraph {
    /** No successor is known. */
    static final int UNKNOWN = -1;

    private final int neurons;
    private final int words;
    private final int stride;
    private long[] packed;
    private int[] successor;
    private double[] energy;
    private Pattern[] pattern;
    private int[] slots;
    private int size;

    private TransitionGraph(int neurons, int stride) {
        this.neurons = neurons;
        this.words = Pattern.wordsFor(neurons);
        this.stride = stride;
        allocate(64);
    }

    /** A graph of states, ceil(N / 64) words each. */
    static TransitionGraph ofStates(int neurons) {
        return new TransitionGraph(neurons, Pattern.wordsFor(neurons));
    }

    /** A graph of states of which some neurons are clamped, each followed by as many words with those neurons' bits set. */
    static TransitionGraph ofClampedStates(int neurons) {
        return new TransitionGraph(neurons, 2 * Pattern.wordsFor(neurons));
    }

    boolean isClamped() {
        return stride > words;
    }

    /** Words of a state. */
    int words() {
        return words;
    }

    /** Words of all states in the graph. */
    long rememberedWords() {
        return (long) size * stride;
    }

    /** Forgets every state. */
    void clear() {
        Arrays.fill(slots, UNKNOWN);
        Arrays.fill(pattern, 0, size, null);
        size = 0;
    }

    /** The number of a state, with its clamped neurons if it has any, which is added if it is new. */
    int number(long[] from, int offset) {
        int mask = slots.length - 1;
        int slot = hash(from, offset) & mask;
        while (slots[slot] != UNKNOWN) {
            if (isAt(slots[slot], from, offset)) {
                return slots[slot];
            }
            slot = slot + 1 & mask;
        }
        if (size == successor.length) {
            grow();
            return number(from, offset);
        }
        slots[slot] = size;
        System.arraycopy(from, offset, packed, size * stride, stride);
        successor[size] = UNKNOWN;
        energy[size] = Double.NaN;
        return size++;
    }

    /** The successor's number, or {@link #UNKNOWN}. */
    int successor(int state) {
        return successor[state];
    }

    void setSuccessor(int state, int next) {
        successor[state] = next;
    }

    /** Copies a state's words out. */
    void copy(int state, long[] to, int offset) {
        System.arraycopy(packed, state * stride, to, offset, words);
    }

    /** One word of a state's clamped neurons. */
    long known(int state, int word) {
        return packed[state * stride + words + word];
    }

    /** The state as a pattern; the same one whenever it is asked for. */
    Pattern pattern(int state) {
        if (pattern[state] == null) {
            pattern[state] = new Pattern(neurons, Arrays.copyOfRange(packed, state * stride, state * stride + words));
        }
        return pattern[state];
    }

    /** The state's energy, or NaN while it is not known. */
    double energy(int state) {
        return energy[state];
    }

    void setEnergy(int state, double value) {
        energy[state] = value;
    }

    private boolean isAt(int state, long[] from, int offset) {
        return Arrays.equals(packed, state * stride, (state + 1) * stride, from, offset, offset + stride);
    }

    /** In three strands of words, as each multiplication waits for the one before it. */
    private int hash(long[] from, int offset) {
        long first = 0;
        long second = 0;
        long third = 0;
        int w = 0;
        for (; w + 2 < stride; w += 3) {
            first = mixed(first ^ from[offset + w]);
            second = mixed(second ^ from[offset + w + 1]);
            third = mixed(third ^ from[offset + w + 2]);
        }
        for (; w < stride; w++) {
            first = mixed(first ^ from[offset + w]);
        }
        return (int) mixed(first ^ Long.rotateLeft(second, 21) ^ Long.rotateLeft(third, 42));
    }

    private static long mixed(long hash) {
        long product = hash * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }

    private void grow() {
        long[] states = packed;
        int[] successors = successor;
        double[] energies = energy;
        Pattern[] patterns = pattern;
        int count = size;
        allocate(2 * count);
        size = 0;
        for (int state = 0; state < count; state++) {
            number(states, state * stride);
        }
        System.arraycopy(successors, 0, successor, 0, count);
        System.arraycopy(energies, 0, energy, 0, count);
        System.arraycopy(patterns, 0, pattern, 0, count);
    }

    private void allocate(int capacity) {
        packed = new long[capacity * stride];
        successor = new int[capacity];
        energy = new double[capacity];
        pattern = new Pattern[capacity];
        slots = new int[2 * capacity];
        Arrays.fill(slots, UNKNOWN);
    }
}
