package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where walks on a graph of states end: at a fixed point, in a 2-cycle or at the step limit. */
final class Attractors {
    private record End(int state, Outcome outcome, int steps) {}

    private final TransitionGraph graph;
    private final Energies energies;
    private final int maxSteps;

    Attractors(TransitionGraph graph, Energies energies, int maxSteps) {
        this.graph = graph;
        this.energies = energies;
        this.maxSteps = maxSteps;
    }

    /**
     * The results of walks whose states all have successors.
     *
     * @param starts the numbers of the states where they start
     * @param taken steps that count and came before the start, of each
     */
    List<RecallResult> of(int[] starts, int[] taken) {
        End[] ends = new End[starts.length];
        Arrays.setAll(ends, c -> end(starts[c], taken[c]));
        weigh(ends);
        List<RecallResult> recalled = new ArrayList<>(ends.length);
        for (End end : ends) {
            recalled.add(new RecallResult(graph.pattern(end.state), end.outcome, end.steps, graph.energy(end.state)));
        }
        return recalled;
    }

    private End end(int start, int taken) {
        int previous = TransitionGraph.UNKNOWN;
        int current = start;
        for (int step = taken + 1; step <= maxSteps; step++) {
            int following = graph.successor(current);
            if (following == current) {
                return new End(current, Outcome.FIXED_POINT, step);
            }
            if (following == previous) {
                return new End(following, Outcome.CYCLE, step);
            }
            previous = current;
            current = following;
        }
        return new End(current, Outcome.STEP_LIMIT, maxSteps);
    }

    /** Computes the energies that are not known yet, each once. */
    private void weigh(End[] ends) {
        int[] states = new int[ends.length];
        List<Pattern> patterns = new ArrayList<>();
        for (End end : ends) {
            if (Double.isNaN(graph.energy(end.state))) {
                graph.setEnergy(end.state, 0); // so that it is gathered once
                states[patterns.size()] = end.state;
                patterns.add(graph.pattern(end.state));
            }
        }
        double[] values = energies.of(patterns);
        for (int k = 0; k < values.length; k++) {
            graph.setEnergy(states[k], values[k]);
        }
    }
}
