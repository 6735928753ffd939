package hopfield.recall;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;

/**
 * Where a recall starts.
 *
 * @param state the noisy pattern
 * @param order the stream that orders asynchronous updates
 */
public record Cue(Pattern state, Seed order) {}
