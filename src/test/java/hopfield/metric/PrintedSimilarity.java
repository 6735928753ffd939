package hopfield.metric;

import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;

/** Mean SSIM as its formula is printed, window by window and pixel by pixel in floating point. */
final class PrintedSimilarity {
    private static final double C1 = .01 * .01;
    private static final double C2 = .03 * .03;

    private PrintedSimilarity() {}

    static double of(Shape shape, Pattern x, Pattern y) {
        double sum = 0;
        int windows = 0;
        for (int top = 0; top + 7 <= shape.height(); top++) {
            for (int left = 0; left + 7 <= shape.width(); left++, windows++) {
                double[] u = pixels(shape, x, top, left);
                double[] v = pixels(shape, y, top, left);
                double mu = mean(u);
                double mv = mean(v);
                sum += (2 * mu * mv + C1)
                        * (2 * covariance(u, v) + C2)
                        / ((mu * mu + mv * mv + C1) * (covariance(u, u) + covariance(v, v) + C2));
            }
        }
        return sum / windows;
    }

    private static double[] pixels(Shape shape, Pattern pattern, int top, int left) {
        double[] pixels = new double[49];
        for (int i = 0; i < 49; i++) {
            pixels[i] = pattern.isUp((top + i / 7) * shape.width() + left + i % 7) ? 1 : 0;
        }
        return pixels;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double covariance(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += (u[i] - mean(u)) * (v[i] - mean(v));
        }
        return sum / (u.length - 1);
    }
}
