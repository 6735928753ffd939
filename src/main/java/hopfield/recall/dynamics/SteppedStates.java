package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import java.util.Arrays;
import java.util.Optional;

/** Some states of a graph, packed for a kernel, and the successors that it makes of them. Clamped neurons keep their values. */
final class SteppedStates {
    private final TransitionGraph graph;
    private final int words;
    private final long[] clamped;
    private long[] states = {};
    private long[] next = {};

    SteppedStates(TransitionGraph graph) {
        this.graph = graph;
        this.words = graph.words();
        this.clamped = new long[2 * words];
    }

    /** The packed states. Not to be modified. */
    long[] states() {
        return states;
    }

    /** Where their successors go. */
    long[] next() {
        return next;
    }

    /** The number of the state where a walk starts, see {@link Trajectories#start}. */
    int start(long[] packed, int at, Optional<Pattern> known) {
        if (!graph.isClamped()) {
            return graph.number(packed, at);
        }
        System.arraycopy(packed, at, clamped, 0, words);
        if (known.isPresent()) {
            System.arraycopy(known.get().words(), 0, clamped, words, words);
        } else {
            Arrays.fill(clamped, words, 2 * words, 0);
        }
        return graph.number(clamped, 0);
    }

    /** Packs states that are to be stepped. */
    void load(int... fresh) {
        if (states.length < fresh.length * words) {
            states = new long[fresh.length * words];
            next = new long[fresh.length * words];
        }
        for (int k = 0; k < fresh.length; k++) {
            graph.copy(fresh[k], states, k * words);
        }
    }

    /** Enters the successors of the states that were loaded into the graph. */
    void number(int... fresh) {
        for (int k = 0; k < fresh.length; k++) {
            graph.setSuccessor(
                    fresh[k], graph.isClamped() ? numberClamped(fresh[k], k * words) : graph.number(next, k * words));
        }
    }

    /** The number of the state in which the known neurons are as before and the others as stepped. */
    private int numberClamped(int state, int at) {
        for (int w = 0; w < words; w++) {
            long known = graph.known(state, w);
            clamped[w] = next[at + w] & ~known | states[at + w] & known;
            clamped[words + w] = known;
        }
        return graph.number(clamped, 0);
    }
}
