package hopfield.metric;

import java.io.Serializable;

/**
 * Standard errors of the means of a cell, s / sqrt(n) with s^2 = (sum x^2 - (sum x)^2 / n) / (n - 1); not a number of fewer than
 * two. The overlap's is twice the similarity's.
 *
 * @param similarity of restoration and original
 * @param gain of the similarity over the cue's
 * @param ssim of the structural similarity
 * @param steps of the steps or sweeps
 */
public record StandardErrors(double similarity, double gain, double ssim, double steps) implements Serializable {
    /** The standard error of a mean, from how many there are, their sum and the sum of their squares. */
    static double ofMean(double n, double sum, double squares) {
        return n < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares - sum * sum / n) / (n - 1) / n);
    }
}
