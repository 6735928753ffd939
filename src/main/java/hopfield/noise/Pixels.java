package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;

/**
 * Exactly round(f N) pixels are masked, every choice of so many being equally likely; half a pixel is rounded up.
 *
 * @param level f, the share of the image, in [0, 1]
 */
public record Pixels(double level) implements Masking {
    private static final String KIND = "pixels";

    public Pixels {
        Level.requireFraction(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Pattern masked(Shape shape, Seed stream) {
        return RandomBits.choose(shape.neurons(), (int) Math.round(level * shape.neurons()), stream.random());
    }
}
