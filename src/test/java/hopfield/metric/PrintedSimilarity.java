package hopfield.metric;

import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.util.Arrays;

/**
 * SSIM as its formula is printed (Wang, Bovik, Sheikh &amp; Simoncelli 2004, eq. 13 to 16), window by window and pixel by pixel in
 * floating point.
 */
final class PrintedSimilarity {
    private static final int SIDE = 7;
    private static final int PIXELS = SIDE * SIDE;

    private PrintedSimilarity() {}

    /** The mean over all uniform windows of 7 x 7 within two pictures of pixels 0 and 1, with sample variances. */
    static double of(Shape shape, Pattern x, Pattern y) {
        double[] weights = new double[PIXELS];
        Arrays.fill(weights, 1.0 / PIXELS);
        double sum = 0;
        int windows = 0;
        for (int top = 0; top + SIDE <= shape.height(); top++) {
            for (int left = 0; left + SIDE <= shape.width(); left++, windows++) {
                sum += ofWindow(
                        pixels(shape, x, top, left), pixels(shape, y, top, left), weights, PIXELS / (PIXELS - 1.0), 1);
            }
        }
        return sum / windows;
    }

    /**
     * One window's.
     *
     * @param weights of its pixels, summing to 1
     * @param correction factor of the weighted (co)variances: 1 in the paper, n / (n - 1) for those of a sample
     * @param range L, the peak
     */
    static double ofWindow(double[] u, double[] v, double[] weights, double correction, double range) {
        double c1 = .01 * range * .01 * range;
        double c2 = .03 * range * .03 * range;
        double mu = mean(u, weights);
        double mv = mean(v, weights);
        return (2 * mu * mv + c1)
                * (2 * correction * covariance(u, v, weights) + c2)
                / ((mu * mu + mv * mv + c1)
                        * (correction * (covariance(u, u, weights) + covariance(v, v, weights)) + c2));
    }

    private static double[] pixels(Shape shape, Pattern pattern, int top, int left) {
        double[] pixels = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = pattern.isUp((top + i / SIDE) * shape.width() + left + i % SIDE) ? 1 : 0;
        }
        return pixels;
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    private static double covariance(double[] u, double[] v, double[] weights) {
        double mu = mean(u, weights);
        double mv = mean(v, weights);
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += weights[i] * (u[i] - mu) * (v[i] - mv);
        }
        return sum;
    }
}
