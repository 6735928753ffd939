package hopfield.report;

import hopfield.image.PatternPng;
import hopfield.metric.Sample;
import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Restorations side by side as one PNG: original, corrupted, restored; or given and restored, where nobody corrupted them. Without
 * a word, so that no font is needed.
 */
public final class RestorationSheet {
    /** A picture's longer side is drawn at the most whole multiple of its pixels that is no longer than this, or every k-th of them. */
    private static final int PICTURE = 200;

    /** Between the pictures of a row. */
    private static final int GAP = 8;

    /** Around a row. */
    private static final int MARGIN = 24;

    private static final byte PAPER = (byte) 176;

    private RestorationSheet() {}

    /**
     * Draws samples, at least one, down the columns of a sheet that is about as wide as high.
     *
     * @param corrupted whether the cues were made of originals
     */
    public static byte[] png(List<Sample> samples, Shape shape, boolean corrupted) {
        Scale scale = Scale.of(shape);
        int pictures = corrupted ? 3 : 2;
        int rowWidth = pictures * scale.drawn(shape.width()) + (pictures - 1) * GAP + MARGIN;
        int rowHeight = scale.drawn(shape.height()) + MARGIN;
        int columns = (int) Math.max(1, Math.round(Math.sqrt((double) samples.size() * rowHeight / rowWidth)));
        int rows = (samples.size() + columns - 1) / columns;
        columns = (samples.size() + rows - 1) / rows;
        Sheet sheet = new Sheet(columns * rowWidth, rows * rowHeight);
        for (int k = 0; k < samples.size(); k++) {
            int x = k / rows * rowWidth + MARGIN / 2;
            int y = k % rows * rowHeight + MARGIN / 2;
            for (Pattern picture : pictures(samples.get(k), corrupted).toList()) {
                sheet.draw(picture, shape, scale, x, y);
                x += scale.drawn(shape.width()) + GAP;
            }
        }
        return sheet.png();
    }

    private static Stream<Pattern> pictures(Sample sample, boolean corrupted) {
        return corrupted
                ? Stream.of(sample.original(), sample.cue(), sample.restored())
                : Stream.of(sample.cue(), sample.restored());
    }

    /**
     * How many pixels of the sheet one of a picture takes, or how many of a picture's one of the sheet stands for.
     *
     * @param zoom at least 1
     * @param step at least 1; one of them is 1
     */
    private record Scale(int zoom, int step) {
        static Scale of(Shape shape) {
            int side = Math.max(shape.width(), shape.height());
            return new Scale(Math.max(1, PICTURE / side), (side + PICTURE - 1) / PICTURE);
        }

        int drawn(int pixels) {
            return Math.max(1, pixels * zoom / step);
        }
    }

    /** Grey pixels, at first all paper. */
    private record Sheet(int width, int height, byte[] grey) {
        Sheet(int width, int height) {
            this(width, height, new byte[width * height]);
            Arrays.fill(grey, PAPER);
        }

        void draw(Pattern picture, Shape shape, Scale scale, int left, int top) {
            for (int y = 0; y < scale.drawn(shape.height()); y++) {
                for (int x = 0; x < scale.drawn(shape.width()); x++) {
                    int row = y * scale.step() / scale.zoom();
                    int column = x * scale.step() / scale.zoom();
                    boolean up = picture.isUp(row * shape.width() + column);
                    grey[(top + y) * width + left + x] = (byte) (up ? 255 : 0);
                }
            }
        }

        byte[] png() {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, width, height, grey);
            return PatternPng.png(image);
        }
    }
}
