package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import hopfield.recall.RecallResult;
import hopfield.recall.kernel.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Synchronous recalls as walks on one graph of states: a batch advances together, and each distinct state is stepped once. */
final class Trajectories {
    /** Words of states that are remembered from batch to batch: 2 MB, which stays in a core's cache. */
    private static final int REMEMBERED_WORDS = 1 << 18;

    private final TransitionGraph graph;
    private final Kernel kernel;
    private final Optional<IncrementalSteps> near;
    private final Attractors ends;
    private final int maxSteps;
    private final SteppedStates stepped;

    Trajectories(
            TransitionGraph graph, Kernel kernel, Optional<IncrementalSteps> near, Energies energies, int maxSteps) {
        this.graph = graph;
        this.kernel = kernel;
        this.near = near;
        this.ends = new Attractors(graph, energies, maxSteps);
        this.maxSteps = maxSteps;
        this.stepped = new SteppedStates(graph);
    }

    /** Words of a state. */
    int words() {
        return graph.words();
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
        return stepped.start(packed, at, known);
    }

    /** Takes every walk to its rest or the step limit. */
    void advance(int[] starts) {
        int[] reached = starts.clone();
        int step = 0;
        boolean moving = true;
        while (moving && step++ < maxSteps) {
            int[] fresh = newAmong(reached);
            if (step > 1 && near.isPresent() && near.get().areShorter(fresh.length)) {
                advanceEach(reached, fresh, maxSteps - step + 1);
                return;
            }
            moving = advanceOnce(reached, fresh);
        }
    }

    /** Takes one walk after the other to its rest or the step limit: the nearest state to step is the one that the last step made. */
    private void advanceEach(int[] reached, int[] fresh, int steps) {
        for (int state : fresh) {
            graph.setSuccessor(state, TransitionGraph.UNKNOWN);
        }
        near.orElseThrow().enter(fresh, graph, state -> follow(state, steps));
        for (int state : reached) {
            follow(state, steps);
        }
    }

    private void follow(int start, int steps) {
        int previous = TransitionGraph.UNKNOWN;
        int state = start;
        for (int step = 0; step < steps; step++) {
            int following = graph.successor(state);
            boolean fresh = following == TransitionGraph.UNKNOWN;
            if (fresh) {
                following = stepNear(state);
            }
            if (following == state || following == previous) {
                if (fresh) {
                    graph.setEnergy(following, near.orElseThrow().energy(graph.pattern(following)));
                }
                return;
            }
            previous = state;
            state = following;
        }
    }

    private int stepNear(int state) {
        stepped.load(state);
        near.orElseThrow().step(stepped.states(), stepped.next());
        stepped.number(state);
        return graph.successor(state);
    }

    /** Takes every walk that is not at rest one step on, stepping the states among them that are new; whether there were any. */
    private boolean advanceOnce(int[] reached, int[] fresh) {
        if (fresh.length > 0) {
            step(fresh);
        }
        boolean moving = false;
        for (int c = 0; c < reached.length; c++) {
            int state = reached[c];
            reached[c] = graph.successor(state);
            moving |= reached[c] != state && graph.successor(reached[c]) != state;
        }
        return moving;
    }

    /** Those states that have no successor yet, each once. */
    private int[] newAmong(int[] reached) {
        int[] fresh = new int[reached.length];
        int count = 0;
        for (int state : reached) {
            if (graph.successor(state) == TransitionGraph.UNKNOWN) {
                fresh[count++] = state;
                graph.setSuccessor(state, state); // so that it is gathered once
            }
        }
        return Arrays.copyOf(fresh, count);
    }

    private void step(int[] fresh) {
        stepped.load(fresh);
        kernel.step(stepped.states(), fresh.length, stepped.next());
        near.ifPresent(each -> each.count(stepped.states(), stepped.next(), fresh.length));
        stepped.number(fresh);
    }

    /**
     * The results of walks that have been advanced.
     *
     * @param taken steps that count and came before the start, of each
     */
    List<RecallResult> ends(int[] starts, int[] taken) {
        return ends.of(starts, taken);
    }
}
