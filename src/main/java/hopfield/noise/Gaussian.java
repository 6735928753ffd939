package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.SplittableRandom;

/**
 * Independent Gaussian noise of standard deviation sigma on the +-1 image; the cue takes its sign. Pixels that land on zero
 * keep their value.
 *
 * @param level sigma, at least 0
 */
public record Gaussian(double level) implements Noise {
    private static final String KIND = "gaussian";

    public Gaussian {
        Level.requireDeviation(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Corruption corrupt(Pattern original, Shape shape, Seed stream) {
        return Corruption.of(signs(original, against(original.neurons(), stream)));
    }

    /**
     * One draw of N(0, sigma^2) for each pixel, counted against the pixel's value: the noisy pixel is x_i (1 - a_i).
     *
     * @return a, N values
     */
    double[] against(int pixels, Seed stream) {
        double[] against = new double[pixels];
        if (level == 0) {
            return against;
        }
        SplittableRandom random = stream.random();
        for (int i = 0; i < pixels; i += 2) {
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
            against[i] = u * scale;
            if (i + 1 < pixels) {
                against[i + 1] = v * scale;
            }
        }
        return against;
    }

    /** The signs of the noisy pixels: those flip whose noise acts against their value and is stronger than it. */
    static Pattern signs(Pattern original, double[] against) {
        long[] words = original.words().clone();
        for (int i = 0; i < against.length; i++) {
            if (against[i] > 1) {
                words[i >> 6] ^= 1L << i;
            }
        }
        return new Pattern(original.neurons(), words);
    }
}
