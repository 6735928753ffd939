package hopfield.metric;

import hopfield.pattern.Pattern;

/**
 * One restoration to look at.
 *
 * @param rule the learning rule
 * @param patterns P, patterns stored
 * @param noise the noise kind
 * @param level the noise level
 * @param image number of the image in its deck
 * @param label its class, or -1
 * @param original the clean image
 * @param cue the image as it was given to the network
 * @param restored what the network made of it
 * @param outcome fixed_point, cycle or step_limit
 * @param steps steps or sweeps to get there
 */
public record Sample(
        String rule,
        int patterns,
        String noise,
        double level,
        int image,
        int label,
        Pattern original,
        Pattern cue,
        Pattern restored,
        String outcome,
        int steps) {}
