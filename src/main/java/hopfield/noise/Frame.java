package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;

/**
 * A border is masked, equally wide on all four sides: of the width that makes its area the nearest to f N, of two the
 * smaller. f = 1 masks all.
 *
 * @param level f, the share of the image, in [0, 1]
 */
public record Frame(double level) implements Masking {
    private static final String KIND = "frame";

    public Frame {
        Level.requireFraction(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Pattern masked(Shape shape, Seed stream) {
        int border = border(shape);
        return Rectangle.in(shape, border, border, seen(shape.width(), border), seen(shape.height(), border))
                .inverse();
    }

    private int border(Shape shape) {
        int widest = (Math.min(shape.width(), shape.height()) + 1) / 2;
        int best = 0;
        for (int border = 1; border <= widest; border++) {
            if (miss(shape, border) < miss(shape, best)) {
                best = border;
            }
        }
        return best;
    }

    /** How far the area of a border is from f N. */
    private double miss(Shape shape, int border) {
        int left = seen(shape.width(), border) * seen(shape.height(), border);
        return Math.abs(shape.neurons() - left - level * shape.neurons());
    }

    /** The part of a side between two borders. */
    private static int seen(int side, int border) {
        return Math.max(0, side - 2 * border);
    }
}
