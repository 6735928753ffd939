package hopfield.metric;

import java.util.Locale;

/**
 * The kind of state a restoration ends in: the first of these that is true of the final state, where an image is a state once its overlap with
 * it is at least .95. A Hebbian network's attractors are the stored patterns, their inverses (its energy does not change with
 * the sign of all neurons) and spurious states, mixtures of several stored patterns among them (Amit, Gutfreund &amp; Sompolinsky
 * 1985, Physical Review A 32, 1007).
 */
public enum FinalState {
    /** The original, stored or not. */
    ORIGINAL,
    /** The inverse of the original: overlap of at most -.95. */
    INVERSE,
    /** Another stored pattern: the nearest to the final state. */
    STORED,
    /** The image that is all background. */
    BLANK,
    /** None of these: a spurious state, or one not at rest. */
    MIXTURE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /**
     * Classifies a final state.
     *
     * @param original final state beside the original
     * @param foreground neurons up in the final state
     * @param nearestAgreeing neurons at which it agrees with the stored pattern nearest to it
     */
    static FinalState of(Similarity original, int foreground, int nearestAgreeing) {
        int neurons = original.neurons();
        if (original.close()) {
            return ORIGINAL;
        }
        if (Similarity.close(neurons, neurons - original.agreeing())) {
            return INVERSE;
        }
        if (Similarity.close(neurons, nearestAgreeing)) {
            return STORED;
        }
        return Similarity.close(neurons, neurons - foreground) ? BLANK : MIXTURE;
    }

    /** The name in tables and reports. */
    public String label() {
        return label;
    }
}
