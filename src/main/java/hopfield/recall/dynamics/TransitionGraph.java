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
    private final PackedStates states;
    private int[] successor = {};
    private double[] energy = {};
    private Pattern[] pattern = {};

    private TransitionGraph(int neurons, int stride) {
        this.neurons = neurons;
        this.words = Pattern.wordsFor(neurons);
        this.states = new PackedStates(stride);
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
        return states.stride() > words;
    }

    /** Words of a state. */
    int words() {
        return words;
    }

    /** Words of all states in the graph. */
    long rememberedWords() {
        return (long) states.size() * states.stride();
    }

    /** Forgets every state. */
    void clear() {
        Arrays.fill(pattern, 0, states.size(), null);
        states.clear();
    }

    /** The number of a state, with its clamped neurons if it has any, which is added if it is new. */
    int number(long[] from, int offset) {
        int before = states.size();
        int state = states.number(from, offset);
        if (state == before) {
            reserve(state);
            successor[state] = UNKNOWN;
            energy[state] = Double.NaN;
        }
        return state;
    }

    private void reserve(int state) {
        if (state == successor.length) {
            int capacity = Math.max(64, 2 * state);
            successor = Arrays.copyOf(successor, capacity);
            energy = Arrays.copyOf(energy, capacity);
            pattern = Arrays.copyOf(pattern, capacity);
        }
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
        states.copy(state, to, offset, words);
    }

    /** One word of a state's clamped neurons. */
    long known(int state, int word) {
        return states.word(state, words + word);
    }

    /** The state as a pattern; the same one whenever it is asked for. */
    Pattern pattern(int state) {
        if (pattern[state] == null) {
            long[] own = new long[words];
            states.copy(state, own, 0, words);
            pattern[state] = new Pattern(neurons, own);
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
}
