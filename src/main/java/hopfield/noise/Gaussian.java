package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.util.SplittableRandom;

/**
 * Independent Gaussian noise of standard deviation sigma on the +-1 image; the cue takes its sign. Pixels that land on zero
 * keep their value.
 *
 * @param level sigma, at least 0
 */
public record Gaussian(double level) implements Noise {
    public Gaussian {
        if (!(level >= 0 && level < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gaussian must be at least 0 and finite, was " + level);
        }
    }

    @Override
    public String kind() {
        return "gaussian";
    }

    @Override
    public Pattern corrupt(Pattern original, Seed stream) {
        if (level == 0) {
            return original;
        }
        SplittableRandom random = stream.random();
        long[] words = original.words().clone();
        for (int i = 0; i < original.neurons(); i += 2) {
            // Marsaglia's polar method; StrictMath, so that every JVM draws the same.
            double u;
            double v;
            double s;
            do {
                u = 2 * random.nextDouble() - 1;
                v = 2 * random.nextDouble() - 1;
                s = u * u + v * v;
            } while (s >= 1 || s == 0);
            double scale = level * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            flipIfOvercome(words, i, u * scale);
            if (i + 1 < original.neurons()) {
                flipIfOvercome(words, i + 1, v * scale);
            }
        }
        return new Pattern(original.neurons(), words);
    }

    /** Flips neuron i if noise that acts against its value is stronger than the value. */
    private static void flipIfOvercome(long[] words, int neuron, double against) {
        if (against > 1) {
            words[neuron >> 6] ^= 1L << neuron;
        }
    }
}
