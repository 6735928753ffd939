package hopfield.spark;

import hopfield.metric.Sample;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A network whose restorations are shown.
 *
 * @param network itself
 * @param within its dynamics for so many steps at most; for none, they give energies of binary cues
 * @param mostStates of a recall that are shown, its last one beside them
 */
record ShownNetwork(Network network, IntFunction<Dynamics> within, int mostStates) {
    private static final int MOST_STATES = 12;

    /** The way from a cue to its end. */
    record Walk(List<Sample.State> states, RecallResult end) {}

    /** A network whose memory is at hand; its few steps are not worth a native kernel's set-up. */
    static ShownNetwork of(Network network, Probe.Settings settings) {
        return new ShownNetwork(
                network,
                steps -> steps == 0
                        ? Update.SYNC.dynamics(network.memory(), KernelPolicy.JAVA, 0)
                        : settings.update()
                                .dynamics(network.memory(), KernelPolicy.JAVA, steps, settings.temperature()),
                MOST_STATES);
    }

    /** A network whose weights are in place: beginning and end alone, as every step is a job. */
    static ShownNetwork of(Network network, InPlaceRecall recall) {
        return new ShownNetwork(network, recall::dynamics, 1);
    }

    /** A recall that gives up after k steps ends where the whole one is after k, as each is a function of its cue alone. */
    List<Walk> walks(List<Cue> cues, int maxSteps) {
        List<RecallResult> ends = recall(maxSteps, cues);
        List<List<Sample.State>> states = new ArrayList<>();
        recall(0, cues.stream().map(cue -> new Cue(cue.state(), cue.order())).toList())
                .forEach(at -> states.add(new ArrayList<>(List.of(state(0, at)))));
        int longest = ends.stream().mapToInt(ShownNetwork::moves).max().orElse(0);
        for (int k = 1; k <= Math.min(longest - 1, mostStates - 1); k++) {
            List<RecallResult> after = recall(k, cues);
            for (int c = 0; c < cues.size(); c++) {
                if (k < moves(ends.get(c))) {
                    states.get(c).add(state(k, after.get(c)));
                }
            }
        }
        for (int c = 0; c < cues.size(); c++) {
            if (moves(ends.get(c)) > 0) {
                states.get(c).add(state(moves(ends.get(c)), ends.get(c)));
            }
        }
        return IntStream.range(0, cues.size())
                .mapToObj(c -> new Walk(states.get(c), ends.get(c)))
                .toList();
    }

    /** Steps that changed the state: the last one before a fixed point only confirms it. */
    private static int moves(RecallResult end) {
        return end.outcome() == Outcome.FIXED_POINT ? end.steps() - 1 : end.steps();
    }

    private static Sample.State state(int step, RecallResult at) {
        return new Sample.State(step, at.energy(), at.state());
    }

    private List<RecallResult> recall(int maxSteps, List<Cue> cues) {
        try (Dynamics dynamics = within.apply(maxSteps)) {
            return dynamics.recall(cues);
        }
    }
}
