package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;

/**
 * Exactly round(p N) pixels flip, every choice of so many being equally likely; half a pixel is rounded up.
 *
 * @param level p, in [0, 1]
 */
public record FlipExact(double level) implements Noise {
    private static final String KIND = "flip-exact";

    public FlipExact {
        Level.requireFraction(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Corruption corrupt(Pattern original, Shape shape, Seed stream) {
        int neurons = original.neurons();
        Pattern flipping = RandomBits.choose(neurons, (int) Math.round(level * neurons), stream.random());
        long[] words = original.words().clone();
        for (int w = 0; w < words.length; w++) {
            words[w] ^= flipping.words()[w];
        }
        return Corruption.of(new Pattern(neurons, words));
    }
}
