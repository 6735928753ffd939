package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;

/**
 * The lowest round(f height) rows are masked, as of a digit that is half seen; half a row is rounded up.
 *
 * @param level f, the share of the image, in [0, 1]
 */
public record Rows(double level) implements Masking {
    private static final String KIND = "rows";

    public Rows {
        Level.requireFraction(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Pattern masked(Shape shape, Seed stream) {
        int rows = (int) Math.round(level * shape.height());
        return Rectangle.in(shape, 0, shape.height() - rows, shape.width(), rows);
    }
}
