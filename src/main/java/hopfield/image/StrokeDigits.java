package hopfield.image;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws digits that look handwritten: a stroke skeleton, wobbled and posed at random, inked with a round pen.
 *
 * <p>The arithmetic is +, -, *, / and {@link Math#sqrt} only, all exactly rounded, and the generator is asked for
 * {@link SplittableRandom#nextDouble()} only: one seed draws the same bytes on every JVM.
 */
final class StrokeDigits {
    private static final int SIDE = 28;
    private static final int SAMPLES_PER_SPAN = 5;
    private static final double WOBBLE = 0.05;

    /**
     * The ways to write each digit. A point is {@code xxyy} in percent of a square, y downwards; a smooth curve joins
     * the points of a stroke; a point given twice is a corner; a slash lifts the pen.
     */
    private static final String WAYS =
            """
            0: 5802 3510 2238 2468 4096 6492 7866 7834 6008 4504
            0: 4602 2820 2456 3588 5498 7280 7844 6814 5002 3808
            1: 5200 5099
            1: 3026 5402 5402 5299
            1: 3224 5402 5402 5298 / 3098 7698
            2: 2226 3206 5600 7516 7036 4668 2097 2097 5096 8297
            2: 2222 4202 7012 7036 4870 2496 1690 2876 4890 8496
            2: 2414 5002 7420 6248 2096 2096 8096
            3: 2214 4500 7012 6834 4446 4446 7258 7684 5099 2088
            3: 2203 7403 7403 4640 4640 7454 7682 5299 2090
            3: 2410 5202 7020 5644 4446 5248 7670 6296 3898 2086
            4: 3202 1862 1862 8260 / 6626 6299
            4: 6299 6402 6402 1466 1466 8666
            4: 2602 2244 3856 7452 / 7402 7050 6699
            5: 7603 3003 3003 2642 2642 5436 7860 6690 4499 2088
            5: 3203 2846 2846 5840 7866 6094 3899 2090 / 3203 7804
            6: 6802 4220 2552 2684 5099 7484 7264 5052 3262 2678
            6: 5200 3034 2274 4098 6890 7068 5056 3062 2476
            7: 2005 7805 7805 5444 4299
            7: 2005 7805 7805 5444 4299 / 3652 7250
            7: 2020 2205 2205 7805 7805 6040 5699
            8: 7214 5000 2616 3638 6456 7682 5099 2482 3658 6438 7416 6001
            8: 5000 3010 3034 5046 7034 7010 5000 / 5046 2662 2684 5099 7484 7462 5046
            9: 7222 5002 2616 2444 4854 7038 7222 7222 7056 6299
            9: 7226 5002 2620 2846 5252 7226 7226 7668 5899 3092
            9: 7406 4602 2226 3854 6842 7406 7406 7254 6699
            """;

    /** By digit: ways, strokes of a way, coordinates of a stroke (x and y in turn, in 0..1). */
    private static final double[][][][] SKELETONS =
            IntStream.range(0, 10).mapToObj(StrokeDigits::ways).toArray(double[][][][]::new);

    private StrokeDigits() {}

    /**
     * Draws one digit, about 20 pixels tall, in white (255) on black (0) with antialiased edges. The three outermost
     * rows and columns on each side stay black.
     *
     * @param digit 0..9
     * @param random where way of writing, wobble, slant, proportions, size, pen and place come from. Advanced.
     * @return 28 x 28 unsigned bytes, row by row
     */
    static byte[] draw(int digit, SplittableRandom random) {
        if (digit < 0 || digit > 9) {
            throw new IllegalArgumentException("digit must be within 0..9, was " + digit);
        }
        double[][][] ways = SKELETONS[digit];
        double[][] strokes = ways[(int) (ways.length * random.nextDouble())].clone();
        double stretch = within(0.85, 1.2, random);
        double slant = within(-0.12, 0.32, random);
        double turn = within(-0.12, 0.12, random);
        for (int s = 0; s < strokes.length; s++) {
            strokes[s] = curve(written(strokes[s], stretch, slant, turn, random));
        }
        double pen = within(1.2, 1.75, random);
        place(strokes, within(18, 20, random) - 2 * pen, random);
        return ink(strokes, pen);
    }

    /**
     * Wobbles every point of a stroke but keeps the two halves of a corner together, stretches across, slants to the
     * right and turns. The turn is a shear each way, so that no sine is needed.
     */
    private static double[] written(
            double[] skeleton, double stretch, double slant, double turn, SplittableRandom random) {
        double[] points = new double[skeleton.length];
        for (int i = 0; i < points.length; i += 2) {
            double x = skeleton[i] + within(-WOBBLE, WOBBLE, random);
            double y = skeleton[i + 1] + within(-WOBBLE, WOBBLE, random);
            boolean corner = i > 0 && skeleton[i] == skeleton[i - 2] && skeleton[i + 1] == skeleton[i - 1];
            points[i] = corner ? points[i - 2] : stretch * x - (slant + turn) * y;
            points[i + 1] = corner ? points[i - 1] : y + turn * x;
        }
        return points;
    }

    /** The Catmull-Rom curve through the points, as a polyline; x and y alternate in both. */
    private static double[] curve(double[] points) {
        int last = points.length - 2;
        double[] line = new double[last * SAMPLES_PER_SPAN + 2];
        int size = 0;
        for (int i = 0; i < last; i += 2) {
            boolean corner = points[i] == points[i + 2] && points[i + 1] == points[i + 3];
            for (int k = 0; !corner && k < SAMPLES_PER_SPAN; k++) {
                double t = (double) k / SAMPLES_PER_SPAN;
                for (int axis = 0; axis < 2; axis++) {
                    double a = points[Math.max(i - 2, 0) + axis];
                    double b = points[i + axis];
                    double c = points[i + 2 + axis];
                    double d = points[Math.min(i + 4, last) + axis];
                    line[size++] = b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
                }
            }
        }
        line[size++] = points[last];
        line[size++] = points[last + 1];
        return Arrays.copyOf(line, size);
    }

    /** Scales the lines in place until their box is {@code extent} pixels at its longer side, and nearly centres it. */
    private static void place(double[][] lines, double extent, SplittableRandom random) {
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                low[i % 2] = Math.min(low[i % 2], line[i]);
                high[i % 2] = Math.max(high[i % 2], line[i]);
            }
        }
        double scale = extent / Math.max(high[0] - low[0], high[1] - low[1]);
        double[] middle = {(SIDE - 1) / 2.0 + within(-1, 1, random), (SIDE - 1) / 2.0 + within(-1, 1, random)};
        for (double[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                line[i] = middle[i % 2] + scale * (line[i] - (low[i % 2] + high[i % 2]) / 2);
            }
        }
    }

    /** Inks each pixel by how far its centre is inside the pen's track: from none half a pixel out to full half in. */
    private static byte[] ink(double[][] lines, double pen) {
        double reach = pen + 0.5;
        double[] squares = new double[SIDE * SIDE];
        Arrays.fill(squares, reach * reach);
        for (double[] line : lines) {
            for (int i = 2; i < line.length; i += 2) {
                approach(line[i - 2], line[i - 1], line[i], line[i + 1], reach, squares);
            }
        }
        byte[] image = new byte[SIDE * SIDE];
        for (int p = 0; p < image.length; p++) {
            image[p] = (byte) (255 * Math.min(1, reach - Math.sqrt(squares[p])) + 0.5);
        }
        return image;
    }

    /** Lowers the squared distances of the pixels within reach of the segment from (ax, ay) to (bx, by). */
    private static void approach(double ax, double ay, double bx, double by, double reach, double[] squares) {
        double dx = bx - ax;
        double dy = by - ay;
        double norm = 1 / Math.max(dx * dx + dy * dy, 1e-12);
        int right = (int) (Math.max(ax, bx) + reach);
        int bottom = (int) (Math.max(ay, by) + reach);
        for (int y = (int) (Math.min(ay, by) - reach) + 1; y <= bottom; y++) {
            for (int x = (int) (Math.min(ax, bx) - reach) + 1; x <= right; x++) {
                double along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) * norm));
                double ex = ax + along * dx - x;
                double ey = ay + along * dy - y;
                squares[y * SIDE + x] = Math.min(squares[y * SIDE + x], ex * ex + ey * ey);
            }
        }
    }

    private static double within(double low, double high, SplittableRandom random) {
        return low + (high - low) * random.nextDouble();
    }

    private static double[][][] ways(int digit) {
        return WAYS.lines()
                .filter(way -> way.startsWith(digit + ": "))
                .map(way -> Stream.of(way.substring(3).split(" / "))
                        .map(StrokeDigits::points)
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[] points(String stroke) {
        return Stream.of(stroke.split(" "))
                .mapToInt(Integer::parseInt)
                .flatMap(xxyy -> IntStream.of(xxyy / 100, xxyy % 100))
                .mapToDouble(percent -> percent / 100.0)
                .toArray();
    }
}
