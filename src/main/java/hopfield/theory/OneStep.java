package hopfield.theory;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * One synchronous step of a Hebbian network of independent, unbiased random patterns, with a zero diagonal and sign(0) keeping
 * the state.
 */
public final class OneStep {
    private OneStep() {}

    /**
     * The share of a stored pattern's neurons that its first step flips, 1/2 erfc(sqrt(N / 2P)), for N to infinity at the load
     * P / N: the crosstalk of the other patterns is Gaussian (Hertz, Krogh &amp; Palmer 1991, Introduction to the Theory of
     * Neural Computation, section 2.2).
     *
     * @param load P / N, positive
     * @return within [0, 1/2)
     */
    public static double bitError(double load) {
        return Erf.erfc(1 / Math.sqrt(2 * Load.positive(load))) / 2;
    }

    /**
     * This share, exact at finite N. N - 1 terms of signal stand against (P - 1)(N - 1) of crosstalk, which are
     * independent and +1 or -1 alike, so that the neuron flips where their sum S &lt; -(N - 1), and S is binomial.
     *
     * @param neurons N, at least 2
     * @param patterns P, at least 1; (P - 1)(N - 1) below 2^31
     * @return within [0, 1/2)
     */
    public static double bitError(int neurons, int patterns) {
        if (neurons < 2 || patterns < 1) {
            throw new IllegalArgumentException(
                    "Needs 2 neurons and 1 pattern at least, was " + neurons + " and " + patterns);
        }
        int terms = Math.multiplyExact(patterns - 1, neurons - 1);
        int mostPlus = Math.floorDiv(terms - neurons, 2);
        return mostPlus < 0 ? 0 : new BinomialDistribution(null, terms, 0.5).cumulativeProbability(mostPlus);
    }

    /**
     * The overlap after one step from a state of overlap m0 with a stored pattern and otherwise random, for N to infinity:
     * m1 = erf(m0 / sqrt(2 alpha)) (Kinzel 1985, Zeitschrift fuer Physik B 60, 205; Amari &amp; Maginu 1988, Neural Networks 1,
     * 63, where later steps are shown to differ).
     *
     * @param overlap m0, within [-1, 1]
     * @param load alpha = P / N, positive
     */
    public static double overlap(double overlap, double load) {
        if (!(overlap >= -1 && overlap <= 1)) {
            throw new IllegalArgumentException("An overlap must be within -1..1, was " + overlap);
        }
        return Erf.erf(overlap / Math.sqrt(2 * Load.positive(load)));
    }
}
