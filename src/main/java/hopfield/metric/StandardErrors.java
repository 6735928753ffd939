package hopfield.metric;

import java.io.Serializable;

/**
 * Standard errors of the means of a cell. The overlap's is twice the similarity's.
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
        StandardError similarity,
        StandardError gain,
        StandardError ssim,
        StandardError steps,
        StandardError inputSimilarity,
        StandardError blankSimilarity,
        StandardError iou)
        implements Serializable {}
