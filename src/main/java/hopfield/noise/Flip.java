package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.util.SplittableRandom;

/**
 * Each pixel flips with probability p, independently.
 *
 * @param level p, in [0, 1]
 */
public record Flip(double level) implements Noise {
    public Flip {
        if (!(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException("flip must be within 0..1, was " + level);
        }
    }

    @Override
    public String kind() {
        return "flip";
    }

    @Override
    public Pattern corrupt(Pattern original, Seed stream) {
        if (level == 0) {
            return original;
        }
        if (level == 1) {
            return original.inverse();
        }
        SplittableRandom random = stream.random();
        long[] words = original.words().clone();
        for (int w = 0; w < words.length; w++) {
            words[w] ^= bernoulli(random);
        }
        words[words.length - 1] &= Pattern.lastWordMask(original.neurons());
        return new Pattern(original.neurons(), words);
    }

    /**
     * 64 independent bits, each set with probability p exactly: every lane compares a uniform binary fraction with p, digit
     * by digit and all lanes at once, until each lane has met a digit that differs. About eight words of random bits.
     */
    private long bernoulli(SplittableRandom random) {
        long below = 0;
        long undecided = -1;
        for (double rest = level; undecided != 0 && rest != 0; ) {
            rest *= 2;
            long bits = random.nextLong();
            if (rest >= 1) {
                rest -= 1;
                below |= undecided & ~bits;
                undecided &= bits;
            } else {
                undecided &= ~bits;
            }
        }
        return below;
    }
}
