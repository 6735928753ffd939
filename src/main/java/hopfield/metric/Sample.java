package hopfield.metric;

import hopfield.pattern.Pattern;
import java.util.List;

/**
 * One restoration to look at.
 *
 * @param rule the learning rule
 * @param patterns P, patterns stored
 * @param noise the noise kind
 * @param level the noise level
 * @param network which network recalled it
 * @param image number of the image in its deck
 * @param trial which cue of this image
 * @param label its class, or -1
 * @param roles why it was chosen: best, median or worst of those looked at, or class: the first of its class
 * @param among how many restorations of the cell were looked at
 * @param original the clean image
 * @param states from the cue to what the network made of it, in the order of their steps; of a long recall only the first, and the
 *     last
 * @param outcome fixed_point, cycle or step_limit
 * @param steps steps or sweeps to get there
 */
public record Sample(
        String rule,
        int patterns,
        String noise,
        double level,
        int network,
        int image,
        int trial,
        int label,
        List<String> roles,
        int among,
        Pattern original,
        List<State> states,
        String outcome,
        int steps) {
    /** Cells of a sweep beyond which none of their restorations are kept to look at. */
    public static final int MOST_CELLS = 2000;

    /** Cells of a sweep beyond which none are chosen by their class. */
    public static final int MOST_CELLS_WITH_CLASSES = 500;

    /** Classes of which a restoration is kept, the first ones. */
    public static final int MOST_CLASSES = 20;

    /**
     * A state on the way.
     *
     * @param step steps or sweeps from the cue, 0 of itself
     * @param energy E, in the rule's own unit; not a number where it was not computed
     */
    public record State(int step, double energy, Pattern pattern) {}

    public Sample {
        roles = List.copyOf(roles);
        states = List.copyOf(states);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a sample needs the state of its cue");
        }
    }

    /** The image as it was given to the network; of an analog cue its signs. */
    public Pattern cue() {
        return states.get(0).pattern();
    }

    /** The final state of its recall. */
    public Pattern restored() {
        return states.get(states.size() - 1).pattern();
    }
}
