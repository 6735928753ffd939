package hopfield.memory;

import hopfield.pattern.PatternSet;
import java.util.Set;

/**
 * The stored pattern of largest overlap, at the known neurons where a cue is clamped; of several the one of the lowest image: a
 * baseline, not a network.
 */
record Nearest() implements Rule {
    @Override
    public String label() {
        return "nearest";
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
        return new Memory(this, patterns.size(), new Weights.Separated(patterns, new Largest()), new double[n], 1);
    }
}
