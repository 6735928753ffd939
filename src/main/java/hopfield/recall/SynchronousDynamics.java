package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * All neurons at once: s(t+1) = sign(W s(t) - theta), which for symmetric weights ends in a fixed point or a 2-cycle (Goles
 * 1985). A batch advances together, and each distinct state is stepped once.
 */
final class SynchronousDynamics implements Dynamics {
    /** Words of states that are remembered from batch to batch: 2 MB, which stays in a core's cache. */
    private static final int REMEMBERED_WORDS = 1 << 18;

    private final int maxSteps;
    private final int words;
    private final Kernel kernel;
    private final LocalFields fields;
    private final StateGraph graph;
    private long[] states = new long[0];
    private long[] next = new long[0];

    SynchronousDynamics(Memory memory, Kernel kernel, int maxSteps) {
        this.maxSteps = maxSteps;
        this.words = Pattern.wordsFor(memory.neurons());
        this.kernel = kernel;
        this.fields = LocalFields.of(memory);
        this.graph = new StateGraph(memory.neurons());
    }

    @Override
    public List<Recalled> recall(List<Cue> cues) {
        if ((long) graph.size() * words > REMEMBERED_WORDS) {
            graph.clear();
        }
        int[] starts = new int[cues.size()];
        for (int c = 0; c < starts.length; c++) {
            starts[c] = graph.number(cues.get(c).state().words(), 0);
        }
        int[] reached = starts.clone();
        int step = 0;
        boolean moving = true;
        while (moving && step++ < maxSteps) {
            moving = advance(reached);
        }
        List<Recalled> recalled = new ArrayList<>(starts.length);
        for (int start : starts) {
            recalled.add(walk(start));
        }
        return recalled;
    }

    /** Takes every walk that is not at rest one step on, stepping the states among them that are new; whether there were any. */
    private boolean advance(int[] reached) {
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
            graph.setSuccessor(fresh[k], graph.number(next, k * words));
        }
    }

    private Recalled walk(int start) {
        int previous = StateGraph.UNKNOWN;
        int current = start;
        for (int step = 1; ; step++) {
            int following = graph.successor(current);
            if (following == current) {
                return recalled(current, Outcome.FIXED_POINT, step);
            }
            if (following == previous) {
                return recalled(following, Outcome.CYCLE, step);
            }
            if (step == maxSteps) {
                return recalled(following, Outcome.STEP_LIMIT, step);
            }
            previous = current;
            current = following;
        }
    }

    private Recalled recalled(int state, Outcome outcome, int steps) {
        return new Recalled(graph.pattern(state), outcome, steps, graph.energy(state, fields));
    }

    @Override
    public void close() {
        kernel.close();
    }
}
