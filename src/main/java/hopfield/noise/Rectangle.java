package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;

/** Rectangles of pixels. */
final class Rectangle {
    private Rectangle() {}

    /**
     * The pixels of one rectangle as set bits.
     *
     * @param shape the image's shape
     * @param left columns to the left of it
     * @param top rows above it
     * @param width its columns, 0 or more
     * @param height its rows, 0 or more
     */
    static Pattern in(Shape shape, int left, int top, int width, int height) {
        long[] words = new long[Pattern.wordsFor(shape.neurons())];
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                int pixel = y * shape.width() + x;
                words[pixel >> 6] |= 1L << pixel;
            }
        }
        return new Pattern(shape.neurons(), words);
    }
}
