package hopfield.memory;

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

    @Override
    public Memory learn(PatternSet patterns, Form form) {
        int n = patterns.neurons();
        Separation power = Power.of(degree, patterns.size(), n);
        return new Memory(this, patterns.size(), new Weights.Separated(patterns, power), new double[n], 1);
    }
}
