package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.SplittableRandom;

/**
 * One square is masked, at any place within the image with equal chance. Its side is the whole number whose square is
 * nearest to f N, of two the smaller, and at most the shorter side of the image: of an image that is not square, f near 1
 * masks less than all.
 *
 * @param level f, the share of the image, in [0, 1]
 */
public record Square(double level) implements Masking {
    private static final String KIND = "square";

    public Square {
        Level.requireFraction(KIND, level);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Pattern masked(Shape shape, Seed stream) {
        int side = side(shape);
        SplittableRandom random = stream.random();
        int left = random.nextInt(shape.width() - side + 1);
        int top = random.nextInt(shape.height() - side + 1);
        return Rectangle.in(shape, left, top, side, side);
    }

    private int side(Shape shape) {
        double area = level * shape.neurons();
        int side = (int) Math.sqrt(area);
        double below = area - (double) side * side;
        double above = (side + 1.0) * (side + 1.0) - area;
        return Math.min(above < below ? side + 1 : side, Math.min(shape.width(), shape.height()));
    }
}
