package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.pattern.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanczosTest {
    @ParameterizedTest
    @CsvSource({"17, 13, 5, 7", "5, 7, 17, 13", "28, 28, 100, 100", "40, 9, 9, 40", "1, 1, 4, 3", "30, 20, 1, 1"})
    void everyPixelIsTheWeightedMeanThatTheKernelGives(int width, int height, int toWidth, int toHeight) {
        GreyPicture picture = random(new Shape(width, height));

        GreyPicture scaled = Lanczos.scale(picture, new Shape(toWidth, toHeight));

        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                assertThat((double) Byte.toUnsignedInt(scaled.pixels()[y * toWidth + x]))
                        .isBetween(
                                Math.floor(literal(picture, scaled.shape(), x, y) - 1e-6),
                                Math.ceil(literal(picture, scaled.shape(), x, y) + 1e-6));
            }
        }
    }

    /** sum K(u) K(v) p(u, v) / sum K(u) K(v) over all pixels, clipped to 0..255. */
    private static double literal(GreyPicture picture, Shape to, int x, int y) {
        double sum = 0;
        double weights = 0;
        Shape from = picture.shape();
        for (int v = 0; v < from.height(); v++) {
            for (int u = 0; u < from.width(); u++) {
                double weight = kernel(x, to.width(), u, from.width()) * kernel(y, to.height(), v, from.height());
                sum += weight * Byte.toUnsignedInt(picture.pixels()[v * from.width() + u]);
                weights += weight;
            }
        }
        return Math.max(0, Math.min(255, sum / weights));
    }

    private static double kernel(int at, int to, int pixel, int from) {
        double step = (double) from / to;
        double t = Math.PI * (pixel + .5 - (at + .5) * step) / Math.max(1, step);
        if (Math.abs(t) >= 3 * Math.PI) {
            return 0;
        }
        return t == 0 ? 1 : 3 * Math.sin(t) * Math.sin(t / 3) / (t * t);
    }

    @ParameterizedTest
    @CsvSource({"9, 31", "31, 9"})
    void oneGreyStaysThatGrey(int from, int to) {
        byte[] pixels = new byte[from * from];
        Arrays.fill(pixels, (byte) 200);

        assertThat(Lanczos.scale(new GreyPicture(new Shape(from, from), pixels), new Shape(to, to))
                        .pixels())
                .containsOnly((byte) 200);
    }

    @Test
    void aShrunkChessboardIsGreyAndNotOneOfItsColours() {
        byte[] pixels = new byte[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((i + i / 64) % 2 == 0 ? 255 : 0);
        }

        byte[] shrunk = Lanczos.scale(new GreyPicture(new Shape(64, 64), pixels), new Shape(13, 13))
                .pixels();

        for (byte pixel : shrunk) {
            assertThat(Byte.toUnsignedInt(pixel)).isBetween(117, 138);
        }
    }

    @Test
    void aPictureOfThatSizeIsLeftAsItIs() {
        GreyPicture picture = random(new Shape(6, 5));

        assertThat(Lanczos.scale(picture, new Shape(6, 5))).isSameAs(picture);
    }

    private static GreyPicture random(Shape shape) {
        byte[] pixels = new byte[shape.neurons()];
        SplittableRandom random = new SplittableRandom(shape.hashCode());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextInt(256);
        }
        return new GreyPicture(shape, pixels);
    }
}
