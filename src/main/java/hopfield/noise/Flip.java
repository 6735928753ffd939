package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.SplittableRandom;

/**
 * Each pixel flips with probability p, independently.
 *
 * @param level p, in [0, 1]
 */
public record Flip(double level) implements Noise {
    private static final String KIND = "flip";

    public Flip {
        Level.requireFraction(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Corruption corrupt(Pattern original, Shape shape, Seed stream) {
        if (level == 0) {
            return Corruption.of(original);
        }
        if (level == 1) {
            return Corruption.of(original.inverse());
        }
        SplittableRandom random = stream.random();
        long[] words = original.words().clone();
        for (int w = 0; w < words.length; w++) {
            words[w] ^= RandomBits.bernoulli(level, random);
        }
        words[words.length - 1] &= Pattern.lastWordMask(original.neurons());
        return Corruption.of(new Pattern(original.neurons(), words));
    }
}
