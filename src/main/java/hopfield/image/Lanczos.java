package hopfield.image;

import hopfield.pattern.Shape;
import java.util.Arrays;

/**
 * Scales pictures by Lanczos' kernel of three lobes, L(t) = sinc(t) sinc(t/3) for |t| below 3, centred on each new pixel (Turkowski
 * 1990, Graphics Gems, 147). Where a picture shrinks, the kernel widens by as much, so that every old pixel counts; weights add
 * up to 1. Sums are formed in one order with {@link StrictMath}: the same bytes on every JVM.
 */
final class Lanczos {
    private static final int LOBES = 3;

    private Lanczos() {}

    /** The weights of the old pixels from first on, along an axis, in one new pixel. */
    private record Window(int first, double[] weights) {}

    /** The picture in another size, stretched where the proportions differ. */
    static GreyPicture scale(GreyPicture picture, Shape to) {
        Shape from = picture.shape();
        if (from.equals(to)) {
            return picture;
        }
        Window[] across = windows(from.width(), to.width());
        Window[] down = windows(from.height(), to.height());
        byte[] pixels = new byte[to.neurons()];
        double[] line = new double[from.width()];
        for (int y = 0; y < to.height(); y++) {
            sumRows(picture, down[y], line);
            for (int x = 0; x < to.width(); x++) {
                pixels[y * to.width() + x] = grey(across[x], line);
            }
        }
        return new GreyPicture(to, pixels);
    }

    /** @param line weighted sum of the window's rows. Modified. */
    private static void sumRows(GreyPicture picture, Window window, double[] line) {
        Arrays.fill(line, 0);
        for (int k = 0; k < window.weights().length; k++) {
            double weight = window.weights()[k];
            int start = (window.first() + k) * line.length;
            for (int x = 0; x < line.length; x++) {
                line[x] += weight * Byte.toUnsignedInt(picture.pixels()[start + x]);
            }
        }
    }

    private static byte grey(Window window, double[] line) {
        double sum = 0;
        for (int k = 0; k < window.weights().length; k++) {
            sum += window.weights()[k] * line[window.first() + k];
        }
        return (byte) Math.max(0, Math.min(255, Math.round(sum)));
    }

    private static Window[] windows(int from, int to) {
        double step = (double) from / to;
        double width = Math.max(step, 1);
        Window[] windows = new Window[to];
        for (int k = 0; k < to; k++) {
            double centre = (k + .5) * step;
            int first = Math.max(0, (int) Math.ceil(centre - LOBES * width - .5));
            int end = Math.min(from, (int) Math.floor(centre + LOBES * width - .5) + 1);
            double[] weights = new double[end - first];
            double sum = 0;
            for (int j = first; j < end; j++) {
                weights[j - first] = kernel((j + .5 - centre) / width);
                sum += weights[j - first];
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] /= sum;
            }
            windows[k] = new Window(first, weights);
        }
        return windows;
    }

    private static double kernel(double t) {
        return Math.abs(t) < LOBES ? sinc(t) * sinc(t / LOBES) : 0;
    }

    private static double sinc(double t) {
        return t == 0 ? 1 : StrictMath.sin(Math.PI * t) / (Math.PI * t);
    }
}
