package hopfield.pattern;

import java.io.Serializable;

/**
 * How the neurons of a pattern lie as an image: pixel (row, column) is neuron row * width + column.
 *
 * @param width pixels across, at least 1
 * @param height pixels down, at least 1
 */
public record Shape(int width, int height) implements Serializable {
    public Shape {
        if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "an image needs 1.." + Integer.MAX_VALUE + " pixels, was " + width + " x " + height);
        }
    }

    /** N = width * height. */
    public int neurons() {
        return width * height;
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
