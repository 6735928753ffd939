package hopfield.recall;

import hopfield.pattern.AnalogPattern;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.util.Optional;

/**
 * Where a recall starts.
 *
 * @param state the noisy pattern
 * @param order the stream that orders asynchronous updates
 * @param known neurons, as set bits, that are clamped: they keep their value in the state during the whole recall
 * @param analog real values that the first synchronous step is fed instead of their signs, which are the state; not to be
 *     had with clamped neurons, nor with asynchronous updates
 */
public record Cue(Pattern state, Seed order, Optional<Pattern> known, Optional<AnalogPattern> analog) {
    public Cue {
        int neurons = state.neurons();
        if (known.isPresent() && known.get().neurons() != neurons
                || analog.isPresent() && analog.get().neurons() != neurons) {
            throw new IllegalArgumentException("known and analog must be of " + neurons + " neurons, as the state is");
        }
        if (known.isPresent() && analog.isPresent()) {
            throw new IllegalArgumentException("an analog cue cannot be clamped");
        }
    }

    /** A cue without clamped neurons or real values. */
    public Cue(Pattern state, Seed order) {
        this(state, order, Optional.empty(), Optional.empty());
    }

    /** A state with the clamped neurons as they are in the cue. */
    public Pattern hold(Pattern next) {
        if (known.isEmpty()) {
            return next;
        }
        long[] held = known.get().words();
        long[] words = next.words().clone();
        for (int w = 0; w < words.length; w++) {
            words[w] = words[w] & ~held[w] | state.words()[w] & held[w];
        }
        return new Pattern(next.neurons(), words);
    }
}
