package hopfield.memory;

import hopfield.pattern.PatternSet;
import java.util.Set;

/**
 * The Hebbian rule (Hopfield 1982): W = (1/N) sum_mu x_mu x_mu^T with a zero diagonal, h = W s. Kept as N W = C, with the
 * scale 1/N for energies.
 */
record Hebbian() implements CovarianceRule {
    @Override
    public String label() {
        return "hebbian";
    }

    @Override
    public Set<Form> forms(int patterns, int neurons) {
        return Set.of(Form.values());
    }

    @Override
    public boolean learnsFromSums(int patterns, int neurons) {
        return true;
    }

    /** Learns any number of patterns. */
    @Override
    public void requireLearnable(int patterns, int neurons) {}

    @Override
    public Memory learn(OuterProductSums sums) {
        int n = sums.neurons();
        int[][] weights = new int[n][];
        for (int i = 0; i < n; i++) {
            weights[i] = sums.products()[i].clone();
            weights[i][i] = 0;
        }
        return new Memory(this, sums.patterns(), WholeWeights.of(weights), new double[n], 1.0 / n);
    }

    @Override
    public Memory learn(PatternSet patterns, Form form) {
        if (form == Form.WEIGHTS) {
            return learn(OuterProductSums.of(patterns));
        }
        int n = patterns.neurons();
        Weights weights = new Weights.Dual(patterns, 1, new int[n], 1);
        return new Memory(this, patterns.size(), weights, new double[n], 1.0 / n);
    }

    @Override
    public Memory learnInPlace(ProductTotals totals) {
        int n = totals.sum().length;
        Weights weights = new Weights.InPlace(totals.patterns(), 1, new int[n], 1);
        return new Memory(this, totals.patterns(), weights, new double[n], 1.0 / n);
    }
}
