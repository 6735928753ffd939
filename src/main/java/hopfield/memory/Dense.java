package hopfield.memory;

import hopfield.BadInput;
import hopfield.pattern.PatternSet;
import java.util.Set;

/**
 * The dense associative memory (Krotov &amp; Hopfield 2016) with the polynomial interaction F(m) = m^n: a neuron follows the sign
 * of sum_mu x_mu F'(m_mu), m the overlaps. n = 2 is the Hebbian rule with its diagonal.
 *
 * @param degree n, 2..100
 */
record Dense(int degree) implements Rule {
    static final String NAME = "dense";
    static final int LEAST = 2;
    static final int LARGEST = 100;

    Dense {
        if (degree < LEAST || degree > LARGEST) {
            throw new IllegalArgumentException("degree must be within " + LEAST + ".." + LARGEST + ", was " + degree);
        }
    }

    @Override
    public String label() {
        return NAME + ":" + degree;
    }

    @Override
    public Set<Form> forms(int patterns, int neurons) {
        return Set.of(Form.PATTERNS);
    }

    /** Refuses so many neurons that powers of their inner products, in units of sqrt N, might not be finite. */
    @Override
    public void requireLearnable(int patterns, int neurons) {
        int most = Power.largestDegree(neurons);
        if (degree > most) {
            throw new BadInput(label() + " of " + neurons
                    + " neurons may outgrow the numbers that are finite; use a degree of at most " + most);
        }
    }

    @Override
    public Memory learn(PatternSet patterns, Form form) {
        int n = patterns.neurons();
        requireLearnable(patterns.size(), n);
        Separation power = Power.of(degree, patterns.size(), n);
        return new Memory(this, patterns.size(), new Weights.Separated(patterns, power), new double[n], 1);
    }
}
