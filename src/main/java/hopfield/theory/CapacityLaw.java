package hopfield.theory;

/** How many independent random patterns a network of N neurons stores, by published laws for large N. */
public enum CapacityLaw {
    /**
     * N / (4 ln N): the Hebbian rule, every stored pattern a fixed point (McEliece, Posner, Rodemich &amp; Venkatesh 1987, IEEE
     * Transactions on Information Theory 33, 461).
     */
    HEBBIAN_EVERY_PATTERN_EXACT {
        @Override
        public double patterns(int neurons) {
            return checked(neurons) / (4 * StrictMath.log(neurons));
        }
    },
    /** N / (2 ln N): the Hebbian rule, almost every stored pattern a fixed point (McEliece et al. 1987). */
    HEBBIAN_ALMOST_EVERY_PATTERN_EXACT {
        @Override
        public double patterns(int neurons) {
            return checked(neurons) / (2 * StrictMath.log(neurons));
        }
    },
    /** alpha_c N, alpha_c = .1379: the Hebbian rule, patterns retrieved with a few errors ({@link MeanField}). */
    HEBBIAN_RETRIEVAL {
        @Override
        public double patterns(int neurons) {
            return checked(neurons) * MeanField.criticalLoad();
        }
    },
    /** N / sqrt(2 ln N): Storkey's rule (Storkey 1997, Increasing the capacity of a Hopfield network, ICANN, 451). */
    STORKEY {
        @Override
        public double patterns(int neurons) {
            return checked(neurons) / Math.sqrt(2 * StrictMath.log(neurons));
        }
    },
    /**
     * N: the projection (pseudo-inverse) rule, every pattern a fixed point, without basins at the limit (Personnaz, Guyon &amp;
     * Dreyfus 1985, Journal de Physique Lettres 46, 359; Kanter &amp; Sompolinsky 1987, Physical Review A 35, 380).
     */
    PROJECTION {
        @Override
        public double patterns(int neurons) {
            return checked(neurons);
        }
    };

    /**
     * The number of patterns P, not rounded.
     *
     * @param neurons N, at least 2
     */
    public abstract double patterns(int neurons);

    private static int checked(int neurons) {
        if (neurons < 2) {
            throw new IllegalArgumentException("A capacity law needs 2 neurons at least, was " + neurons);
        }
        return neurons;
    }
}
