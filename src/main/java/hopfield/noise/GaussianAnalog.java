package hopfield.noise;

import hopfield.pattern.AnalogPattern;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;

/**
 * Independent Gaussian noise of standard deviation sigma on the +-1 image, whose real values x + sigma z are what the network's
 * first step is fed. Values are {@linkplain AnalogPattern#nearest rounded to multiples of 2^-16 and kept within +-1024}, so
 * that fields are exact. At the same sigma its noise is the very one of {@link Gaussian}, and so are the signs: the two
 * kinds compare as pairs.
 *
 * @param level sigma, at least 0
 */
public record GaussianAnalog(double level) implements Noise {
    private static final String KIND = "gaussian-analog";

    public GaussianAnalog {
        Level.requireDeviation(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Corruption corrupt(Pattern original, Shape shape, Seed stream) {
        double[] against = new Gaussian(level).against(original.neurons(), stream);
        double[] values = new double[against.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = original.isUp(i) ? 1 - against[i] : against[i] - 1;
        }
        return Corruption.analog(Gaussian.signs(original, against), AnalogPattern.nearest(values));
    }

    /** The stream of the binary kind. */
    @Override
    public Seed stream(Seed seed, int image, int trial) {
        return new Gaussian(level).stream(seed, image, trial);
    }
}
