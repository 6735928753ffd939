package hopfield.metric;

import java.io.Serializable;

/**
 * Means over all probes of a cell, stored or not.
 *
 * @param inputSimilarity mean similarity of the cue to its original, in [0, 1]
 * @param similarity mean similarity of the restoration to its original, in [0, 1]
 * @param blankSimilarity mean similarity of an all-background image to the originals, in [0, 1]
 * @param overlap mean overlap of restoration and original, in [-1, 1]
 * @param iou mean foreground Jaccard index of restoration and original, in [0, 1]
 * @param ssim mean structural similarity of restoration and original, in (-1, 1], of the stored images alone; not a number where
 *     there are none, or they are smaller than its window
 * @param psnr peak signal-to-noise ratio of the mean squared error, in [0, infinity] dB
 * @param steps mean steps (synchronous) or sweeps (asynchronous)
 * @param converged share of probes that ended in a fixed point
 */
public record Means(
        double inputSimilarity,
        double similarity,
        double blankSimilarity,
        double overlap,
        double iou,
        double ssim,
        double psnr,
        double steps,
        Rate converged)
        implements Serializable {}
