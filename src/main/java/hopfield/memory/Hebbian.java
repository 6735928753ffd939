package hopfield.memory;

import hopfield.pattern.PatternSet;

/**
 * The Hebbian rule (Hopfield 1982): W = (1/N) sum_mu x_mu x_mu^T with a zero diagonal, h = W s. Kept as N W = C, with the
 * scale 1/N for energies.
 */
final class Hebbian {
    private Hebbian() {}

    static Memory learn(OuterProductSums sums) {
        int n = sums.neurons();
        int[][] weights = new int[n][];
        for (int i = 0; i < n; i++) {
            weights[i] = sums.products()[i].clone();
            weights[i][i] = 0;
        }
        return new Memory(Rule.HEBBIAN, sums.patterns(), WholeWeights.of(weights), new double[n], 1.0 / n);
    }

    static Memory learnDual(PatternSet stored) {
        int n = stored.neurons();
        Weights weights = new Weights.Dual(stored, 1, new int[n], 1);
        return new Memory(Rule.HEBBIAN, stored.size(), weights, new double[n], 1.0 / n);
    }
}
