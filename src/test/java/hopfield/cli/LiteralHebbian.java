package hopfield.cli;

import java.util.Collection;
import java.util.List;

/** The Hebbian network written down as it is defined: N W = sum_mu x_mu x_mu^T with a zero diagonal, all neurons at once. */
final class LiteralHebbian {
    private final int neurons;
    private final int[][] weights;

    LiteralHebbian(Collection<List<Boolean>> patterns) {
        neurons = patterns.iterator().next().size();
        weights = new int[neurons][neurons];
        for (List<Boolean> pattern : patterns) {
            for (int i = 0; i < neurons; i++) {
                for (int j = 0; j < neurons; j++) {
                    weights[i][j] += i == j ? 0 : pattern.get(i) == pattern.get(j) ? 1 : -1;
                }
            }
        }
    }

    private int field(List<Boolean> state, int i) {
        int field = 0;
        for (int j = 0; j < neurons; j++) {
            field += state.get(j) ? weights[i][j] : -weights[i][j];
        }
        return field;
    }

    /** The state after so many steps. */
    List<Boolean> after(int steps, List<Boolean> cue) {
        List<Boolean> state = cue;
        for (int step = 0; step < steps; step++) {
            List<Boolean> before = state;
            state = java.util.stream.IntStream.range(0, neurons)
                    .mapToObj(i -> field(before, i) == 0 ? before.get(i) : Boolean.valueOf(field(before, i) > 0))
                    .toList();
        }
        return state;
    }

    /** E = -1/2 s^T W s. */
    double energy(List<Boolean> state) {
        long sum = 0;
        for (int i = 0; i < neurons; i++) {
            sum += state.get(i) ? field(state, i) : -field(state, i);
        }
        return -.5 * sum / neurons;
    }
}
