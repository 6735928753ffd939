package hopfield.metric;

import java.io.Serializable;

/**
 * One cell of the capacity-vs-noise grid: what a rule made of all its probes at one load and one noise level. Means are
 * over all probed images; rates are over those that the network has stored.
 *
 * @param rule the learning rule
 * @param patterns P, patterns stored in a network
 * @param neurons N
 * @param noise the noise kind
 * @param level the noise level
 * @param images probes, stored or not
 * @param inputSimilarity mean similarity of the cue to its original, in [0, 1]
 * @param similarity mean similarity of the restoration to its original, in [0, 1]
 * @param blankSimilarity mean similarity of an all-background image to the originals, in [0, 1]
 * @param overlap mean overlap of restoration and original, in [-1, 1]
 * @param iou mean foreground Jaccard index of restoration and original, in [0, 1]
 * @param exact share restored to the last pixel
 * @param restored share with overlap of at least .95 and identified
 * @param identified share whose nearest stored pattern is the original
 * @param steps mean steps (synchronous) or sweeps (asynchronous)
 * @param converged share of probes that ended in a fixed point
 */
public record Cell(
        String rule,
        int patterns,
        int neurons,
        String noise,
        double level,
        long images,
        double inputSimilarity,
        double similarity,
        double blankSimilarity,
        double overlap,
        double iou,
        Rate exact,
        Rate restored,
        Rate identified,
        double steps,
        double converged)
        implements Serializable {

    /** Load alpha = P / N. */
    public double load() {
        return (double) patterns / neurons;
    }

    /** Probes of stored patterns: what the rates count. */
    public long stored() {
        return restored.trials();
    }
}
