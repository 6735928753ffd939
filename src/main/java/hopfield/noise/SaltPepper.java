package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.SplittableRandom;

/**
 * Each pixel is replaced with probability p, independently, by +1 (salt) or -1 (pepper) with equal chance: one in two of the
 * replaced pixels changes.
 *
 * @param level p, in [0, 1]
 */
public record SaltPepper(double level) implements Noise {
    private static final String KIND = "salt-pepper";

    public SaltPepper {
        Level.requireFraction(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Corruption corrupt(Pattern original, Shape shape, Seed stream) {
        SplittableRandom random = stream.random();
        long[] words = original.words().clone();
        for (int w = 0; w < words.length; w++) {
            long replaced = RandomBits.bernoulli(level, random);
            words[w] = words[w] & ~replaced | random.nextLong() & replaced;
        }
        words[words.length - 1] &= Pattern.lastWordMask(original.neurons());
        return Corruption.of(new Pattern(original.neurons(), words));
    }
}
