package hopfield.metric;

import hopfield.pattern.Shape;
import java.util.Arrays;

/**
 * Sums over every square window that lies wholly within a binary image, by running sums: down the columns, then along
 * them. Work goes with the marked pixels and the windows, not with the pixels of a window. Not for use by several threads.
 */
final class BoxSums {
    private final Shape shape;
    private final int side;
    private final int[] columns;

    /** @param side pixels along each side of a window, within the image's width and height */
    BoxSums(Shape shape, int side) {
        this.shape = shape;
        this.side = side;
        this.columns = new int[shape.width()];
    }

    /**
     * Sums the weights of the marked pixels under each window.
     *
     * @param marked one bit a pixel: those that count. Not modified.
     * @param up one bit a pixel: which weight a marked pixel has. Not modified.
     * @param upWeight weight of a marked pixel that is up
     * @param downWeight weight of a marked pixel that is not
     * @param sums one a window, row by row. Modified.
     */
    void of(long[] marked, long[] up, int upWeight, int downWeight, int[] sums) {
        Arrays.fill(columns, 0);
        for (int row = 0, at = 0; row < shape.height(); row++) {
            add(row, marked, up, upWeight, downWeight);
            if (row >= side) {
                add(row - side, marked, up, -upWeight, -downWeight);
            }
            if (row >= side - 1) {
                at = slide(sums, at);
            }
        }
    }

    private void add(int row, long[] marked, long[] up, int upWeight, int downWeight) {
        int width = shape.width();
        for (int column = 0; column < width; column += Long.SIZE) {
            int pixel = row * width + column;
            int pixels = Math.min(Long.SIZE, width - column);
            long ups = bits(up, pixel, pixels);
            for (long left = bits(marked, pixel, pixels); left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                columns[column + bit] += downWeight + (upWeight - downWeight) * (int) (ups >>> bit & 1);
            }
        }
    }

    /** Bits from..from+count-1, count within 1..64; the first is the lowest. */
    private static long bits(long[] words, int from, int count) {
        int word = from >> 6;
        long bits = words[word] >>> from;
        if ((from & 63) + count > Long.SIZE) {
            bits |= words[word + 1] << -from;
        }
        return bits & -1L >>> -count;
    }

    private int slide(int[] sums, int at) {
        int sum = 0;
        for (int column = 0; column < side - 1; column++) {
            sum += columns[column];
        }
        int next = at;
        for (int left = 0, right = side - 1; right < columns.length; left++, right++) {
            sum += columns[right];
            sums[next++] = sum;
            sum -= columns[left];
        }
        return next;
    }
}
