package hopfield.metric;

import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.util.Arrays;

/**
 * Structural similarity (Wang, Bovik, Sheikh &amp; Simoncelli 2004, IEEE Transactions on Image Processing 13(4), eq. 13) of
 * binary images, pixels 0 and 1:
 *
 * <pre>SSIM(x, y) = (2 mx my + C1)(2 sxy + C2) / ((mx^2 + my^2 + C1)(sxx + syy + C2)), C1 = .01^2, C2 = .03^2</pre>
 *
 * with means m and sample (co)variances s, averaged over every 7 x 7 window that lies wholly within the image. This is what
 * scikit-image computes by default, {@code structural_similarity(x, y, data_range=1)}. The paper's window is an 11 x 11 Gaussian
 * with variances not corrected for the sample; in a uniform window whole-number counts say everything about binary images,
 * which makes each window exact.
 *
 * <p>The counts of the last original are kept: compare an original with all its restorations before the next original. One
 * instance serves one thread.
 */
public final class StructuralSimilarity {
    private static final int SIDE = WindowDissimilarity.SIDE;

    private final Shape shape;
    private final int across;
    private final int down;
    private final BoxSums boxSums;
    private final int[] keptIndex;
    private final int[] changedIndex;
    private final long[] kept;
    private final long[] changed;

    /** Compares images of one shape. */
    public StructuralSimilarity(Shape shape) {
        this.shape = shape;
        this.across = Math.max(0, shape.width() - SIDE + 1);
        this.down = Math.max(0, shape.height() - SIDE + 1);
        this.boxSums = new BoxSums(shape, SIDE);
        this.keptIndex = new int[across * down];
        this.changedIndex = new int[across * down];
        this.kept = new long[Pattern.wordsFor(shape.neurons())];
        this.changed = new long[kept.length];
    }

    /**
     * Mean SSIM, in (-1, 1]; exactly 1 for two identical images and the same bits either way round. Not a number if the
     * image is narrower or lower than a window.
     */
    public double of(Pattern original, Pattern other) {
        requireShape(original);
        requireShape(other);
        if (across == 0 || down == 0) {
            return Double.NaN;
        }
        if (original.equals(other)) {
            return 1;
        }
        keep(original.words());
        for (int w = 0; w < changed.length; w++) {
            changed[w] = kept[w] ^ other.words()[w];
        }
        boxSums.of(changed, kept, WindowDissimilarity.LOST, WindowDissimilarity.GAINED, changedIndex);
        return 1 - dissimilarity() / (across * down);
    }

    /** The original's part in the index of each window; of the original before, the counts still stand. */
    private void keep(long[] words) {
        if (!Arrays.equals(kept, words)) {
            System.arraycopy(words, 0, kept, 0, words.length);
            boxSums.of(kept, kept, WindowDissimilarity.UP, 0, keptIndex);
        }
    }

    /** Row by row: short sums round less, and a processor can overlap them. */
    private double dissimilarity() {
        double[] values = WindowDissimilarity.values();
        double sum = 0;
        for (int row = 0, window = 0; row < down; row++) {
            double rowSum = 0;
            for (int end = window + across; window < end; window++) {
                rowSum += values[keptIndex[window] + changedIndex[window]];
            }
            sum += rowSum;
        }
        return sum;
    }

    private void requireShape(Pattern pattern) {
        if (pattern.neurons() != shape.neurons()) {
            throw new IllegalArgumentException(
                    "a pattern of " + pattern.neurons() + " neurons is no image of " + shape + " pixels");
        }
    }
}
