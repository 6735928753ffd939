package hopfield.memory;

import java.io.Serializable;

/**
 * How strongly each stored pattern is recalled, given the overlaps of all: the step between similarity and projection
 * (Millidge et al. 2022). Coefficients are whole numbers of at most 2^62 together, so that F = X^T c is an exact sum in any
 * order, and patterns that add nothing have a coefficient of exactly 0.
 */
public sealed interface Separation extends Serializable permits Power, Softmax, Largest {
    /**
     * The coefficients of all patterns, up to one factor above 0 for them all.
     *
     * @param products a_mu = N m_mu, within -N..N, P entries. Not modified.
     * @param coefficients c_mu, P entries or more. The first P are modified.
     */
    void coefficients(int[] products, long[] coefficients);

    /**
     * Coefficients of a real-valued state, whose overlaps may be any real numbers.
     *
     * @param products a_mu = X v, P entries. Not modified.
     * @param coefficients c_mu, P entries. Modified.
     */
    void coefficients(double[] products, long[] coefficients);

    /**
     * Coefficients of many states in 32 bits, in a unit of each state's own: absolute values sum up to less than 2^30 a state, and each
     * is off by less than 1.
     *
     * @param products a_mu, a row for each pattern with an entry for each state. Not modified.
     * @param states entries of a row that count
     * @param coefficients c_mu, likewise. Modified.
     */
    void round(int[][] products, int states, int[][] coefficients);

    /** The most that an inner product can be below the largest where its pattern still has a coefficient above 0. */
    int reach();

    /**
     * The energy E of which the field is the slope, h_i = -dE/ds_i.
     *
     * @param products a_mu, P entries. Not modified.
     */
    double energy(int[] products);

    /** The largest k for which P coefficients of at most 2^k add up to at most 2^62. */
    static int bits(int patterns) {
        return 62 - (Integer.SIZE - Integer.numberOfLeadingZeros(patterns - 1));
    }
}
