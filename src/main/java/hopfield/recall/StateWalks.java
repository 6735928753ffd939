package hopfield.recall;

import hopfield.pattern.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Synchronous recalls as walks on one graph of states: a batch advances together, and each distinct state is stepped once. */
final class StateWalks {
    /** Words of states that are remembered from batch to batch: 2 MB, which stays in a core's cache. */
    private static final int REMEMBERED_WORDS = 1 << 18;

    private final StateGraph graph;
    private final Kernel kernel;
    private final WalkEnds ends;
    private final int maxSteps;
    private final int words;
    private final long[] clamped;
    private long[] states = new long[0];
    private long[] next = new long[0];

    StateWalks(StateGraph graph, Kernel kernel, Energies energies, int maxSteps) {
        this.graph = graph;
        this.kernel = kernel;
        this.ends = new WalkEnds(graph, energies, maxSteps);
        this.maxSteps = maxSteps;
        this.words = graph.words();
        this.clamped = new long[2 * words];
    }

    /** Words of a state. */
    int words() {
        return words;
    }

    /** Forgets all states if there are too many: between batches only, as numbers of states are forgotten too. */
    void forgetIfMany() {
        if (graph.rememberedWords() > REMEMBERED_WORDS) {
            graph.clear();
        }
    }

    /**
     * The number of the state where a walk starts; of neurons that are known only in a graph of clamped states.
     *
     * @param packed words of packed states
     * @param at the state's first word
     */
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

    /** Takes every walk to its rest or the step limit. */
    void advance(int[] starts) {
        int[] reached = starts.clone();
        int step = 0;
        boolean moving = true;
        while (moving && step++ < maxSteps) {
            moving = advanceOnce(reached);
        }
    }

    /** Takes every walk that is not at rest one step on, stepping the states among them that are new; whether there were any. */
    private boolean advanceOnce(int[] reached) {
        int[] fresh = new int[reached.length];
        int count = 0;
        boolean moving = false;
        for (int state : reached) {
            if (graph.successor(state) == StateGraph.UNKNOWN) {
                fresh[count++] = state;
                graph.setSuccessor(state, state); // so that it is gathered once
            }
        }
        if (count > 0) {
            step(fresh, count);
        }
        for (int c = 0; c < reached.length; c++) {
            int state = reached[c];
            reached[c] = graph.successor(state);
            moving |= reached[c] != state && graph.successor(reached[c]) != state;
        }
        return moving;
    }

    private void step(int[] fresh, int count) {
        if (states.length < count * words) {
            states = new long[count * words];
            next = new long[count * words];
        }
        for (int k = 0; k < count; k++) {
            graph.copy(fresh[k], states, k * words);
        }
        kernel.step(states, count, next);
        for (int k = 0; k < count; k++) {
            int at = k * words;
            graph.setSuccessor(fresh[k], graph.isClamped() ? numberClamped(fresh[k], at) : graph.number(next, at));
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

    /**
     * What became of walks that have been advanced.
     *
     * @param taken steps that count and came before the start, of each
     */
    List<Recalled> ends(int[] starts, int[] taken) {
        return ends.of(starts, taken);
    }
}
