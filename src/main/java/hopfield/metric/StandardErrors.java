package hopfield.metric;

import java.io.Serializable;

/**
 * Standard errors of the means of a cell; not a number of fewer than two images. Trials of one image are a cluster: see {@link
 * ClusteredSum}. The overlap's is twice the similarity's.
 *
 * @param similarity of restoration and original
 * @param gain of the similarity over the cue's
 * @param ssim of the structural similarity
 * @param steps of the steps or sweeps
 * @param inputSimilarity of cue and original
 * @param blankSimilarity of an all-background image and original
 * @param iou of the foreground Jaccard index
 */
public record StandardErrors(
        double similarity,
        double gain,
        double ssim,
        double steps,
        double inputSimilarity,
        double blankSimilarity,
        double iou)
        implements Serializable {}
