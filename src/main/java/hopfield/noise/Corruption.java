package hopfield.noise;

import hopfield.pattern.AnalogPattern;
import hopfield.pattern.Pattern;
import java.util.Optional;

/**
 * An image with noise.
 *
 * @param state the cue
 * @param known of noise that masks: the pixels that are not masked, as set bits; else empty
 * @param analog of noise that leaves real values: those values, whose signs are the state; else empty
 */
public record Corruption(Pattern state, Optional<Pattern> known, Optional<AnalogPattern> analog) {
    /** A cue of which nothing more is to be said. */
    static Corruption of(Pattern state) {
        return new Corruption(state, Optional.empty(), Optional.empty());
    }

    /** The cue whose masked pixels, the set bits, are background (-1). */
    static Corruption masking(Pattern original, Pattern masked) {
        if (original.neurons() != masked.neurons()) {
            throw new IllegalArgumentException(
                    "a mask of " + masked.neurons() + " pixels does not fit an image of " + original.neurons());
        }
        Pattern known = masked.inverse();
        long[] words = original.words().clone();
        for (int w = 0; w < words.length; w++) {
            words[w] &= known.words()[w];
        }
        return new Corruption(new Pattern(original.neurons(), words), Optional.of(known), Optional.empty());
    }

    /** The real-valued cue with those signs. */
    static Corruption analog(Pattern signs, AnalogPattern values) {
        return new Corruption(signs, Optional.empty(), Optional.of(values));
    }
}
