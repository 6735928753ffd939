package hopfield.metric;

/**
 * The part of a row of the metrics table that cells count, so that they can be counted from the rows as
 * well as while these are made. Ratios are as precise as in the row.
 *
 * @param trial which of its image's, from 0
 * @param label class of the original, or -1
 * @param stored whether the network stores the original
 * @param neurons N
 * @param foreground neurons up in the original
 * @param cueAgreeing neurons at which the cue agrees with the original
 * @param agreeing neurons at which the final state does
 * @param iou foreground Jaccard index of the two
 * @param ssim structural similarity of the two; not a number of an image that is not stored, or smaller than its window
 * @param became what the final state is
 * @param nearestLabel class of the stored pattern nearest to the final state, or -1
 * @param identified whether that pattern is the original
 * @param restored whether it is, with an overlap of at least .95
 * @param fixedPoint whether recall ended in a fixed point
 * @param steps steps or sweeps to get there
 */
public record Score(
        int trial,
        int label,
        boolean stored,
        int neurons,
        int foreground,
        int cueAgreeing,
        int agreeing,
        float iou,
        float ssim,
        FinalState became,
        int nearestLabel,
        boolean identified,
        boolean restored,
        boolean fixedPoint,
        int steps) {
    public Score {
        if (cueAgreeing < 0 || cueAgreeing > neurons || agreeing < 0 || agreeing > neurons) {
            throw new IllegalArgumentException(
                    "agreeing must be within 0.." + neurons + ", was " + cueAgreeing + " and " + agreeing);
        }
    }

    /** The score of one restoration. */
    public static Score of(
            Restoration restoration, int trial, int label, boolean isStored, boolean fixedPoint, int steps) {
        return new Score(
                trial,
                label,
                isStored,
                restoration.restoration().neurons(),
                restoration.foreground(),
                restoration.cue().agreeing(),
                restoration.restoration().agreeing(),
                (float) restoration.restoration().iou(),
                (float) restoration.ssim(),
                restoration.became(),
                restoration.nearest().label(),
                restoration.identified(),
                restoration.restored(),
                fixedPoint,
                steps);
    }

    boolean exact() {
        return agreeing == neurons;
    }

    boolean improvable() {
        return cueAgreeing < neurons;
    }

    boolean improved() {
        return agreeing > cueAgreeing;
    }

    boolean classed() {
        return label >= 0 && nearestLabel >= 0;
    }
}
