package hopfield.metric;

import hopfield.pattern.Pattern;

/**
 * Measures of one restoration.
 *
 * @param cue how close the noisy cue was to the original
 * @param restoration how close the network's final state is to it
 * @param foreground neurons up in the original: what a blank image gets wrong
 * @param ssim structural similarity of original and final state; not a number of an image that is not stored, or smaller than
 *     its window
 * @param nearest the stored pattern nearest to the final state
 * @param became what the final state is
 * @param identified whether the nearest stored pattern is the original, or another image of the same pixels
 */
public record Restoration(
        Similarity cue,
        Similarity restoration,
        int foreground,
        double ssim,
        Nearest nearest,
        FinalState became,
        boolean identified) {

    /**
     * The stored pattern nearest to a final state.
     *
     * @param image its image number
     * @param label its class, or -1
     * @param agreeing neurons at which it agrees with the final state
     * @param pattern itself
     */
    public record Nearest(int image, int label, int agreeing, Pattern pattern) {}

    /** Scores one final state against the image it came from. */
    public static Restoration of(Pattern original, Pattern cue, Pattern restored, double ssim, Nearest nearest) {
        Similarity restoration = Similarity.of(original, restored);
        return new Restoration(
                Similarity.of(original, cue),
                restoration,
                original.foreground(),
                ssim,
                nearest,
                FinalState.of(restoration, restored.foreground(), nearest.agreeing()),
                nearest.pattern().equals(original));
    }

    /** Overlap of at least .95, and identified. */
    public boolean restored() {
        return identified && restoration.close();
    }

    /** Whether there is anything to improve: an exact cue can only stay as it is or lose. */
    public boolean improvable() {
        return !cue.exact();
    }

    /** Agrees with the original in more pixels than its cue did; as many are no improvement. */
    public boolean improved() {
        return restoration.agreeing() > cue.agreeing();
    }
}
