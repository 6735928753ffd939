package hopfield.metric;

import hopfield.pattern.Pattern;

/**
 * What one restoration is worth.
 *
 * @param cue how close the noisy cue was to the original
 * @param restoration how close the network's final state is to it
 * @param foreground neurons up in the original: what a blank image gets wrong
 * @param nearest image number of the stored pattern nearest to the final state
 * @param identified whether that is the original itself
 */
public record Restoration(Similarity cue, Similarity restoration, int foreground, int nearest, boolean identified) {
    /** Scores one final state against the image it came from. */
    public static Restoration of(Pattern original, int image, Pattern cue, Pattern restored, int nearest) {
        return new Restoration(
                Similarity.of(original, cue),
                Similarity.of(original, restored),
                original.foreground(),
                nearest,
                nearest == image);
    }

    /** Overlap of at least .95, and identified. */
    public boolean restored() {
        return identified && restoration.close();
    }
}
