package hopfield.memory;

import hopfield.pattern.PatternSet;
import java.math.BigDecimal;
import java.util.Set;

/**
 * The modern Hopfield network (Demircigil et al. 2017; Ramsauer et al. 2020) on the hypercube: a neuron follows the sign of
 * sum_mu x_mu softmax(beta m)_mu, m the overlaps in -1..1. The exponent is beta m: a beta of N is Demircigil's exp(x^T s).
 *
 * @param beta the inverse temperature, what an overlap is multiplied by, within 1e-9..1e9
 */
record Modern(double beta) implements Rule {
    static final String NAME = "modern";

    /** Beyond these a softmax is the mean, or the largest, of any patterns that fit a machine. */
    private static final double LEAST = 1e-9;

    private static final double LARGEST = 1e9;

    Modern {
        if (!(beta >= LEAST && beta <= LARGEST)) {
            throw new IllegalArgumentException("beta must be within " + LEAST + ".." + LARGEST + ", was " + beta);
        }
    }

    @Override
    public String label() {
        return NAME + ":"
                + new BigDecimal(Double.toString(beta)).stripTrailingZeros().toPlainString();
    }

    @Override
    public Set<Form> forms(int patterns, int neurons) {
        return Set.of(Form.PATTERNS);
    }

    /** Learns any number of patterns. */
    @Override
    public void requireLearnable(int patterns, int neurons) {}

    @Override
    public Memory learn(PatternSet patterns, Form form) {
        int n = patterns.neurons();
        Separation softmax = Softmax.of(beta, patterns.size(), n);
        return new Memory(this, patterns.size(), new Weights.Separated(patterns, softmax), new double[n], 1);
    }
}
