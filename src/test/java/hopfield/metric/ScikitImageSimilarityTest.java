package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Values of scikit-image's {@code skimage.metrics.structural_similarity(x, y, data_range=1)}, computed by us: 0.19.3 (NumPy 1.24.2)
 * and 0.26.0 (NumPy 2.4.6) print the same. {@code bench/scikit_similarity.py} prints them again. Its running sums round; ours do
 * not, so they agree to {@link #ROUNDING} rather than to the last bit.
 */
class ScikitImageSimilarityTest {
    private static final double ROUNDING = 1e-12;

    private static final IntBinaryOperator RING = (r, c) -> {
        int squaredRadius = (r - 14) * (r - 14) + (c - 14) * (c - 14);
        return squaredRadius > 36 && squaredRadius < 121 ? 1 : 0;
    };
    private static final IntBinaryOperator WEAVE = (r, c) -> (3 * r + 5 * c) % 7 < 3 ? 1 : 0;
    private static final IntBinaryOperator GRID = (r, c) -> r * c % 5 == 0 ? 1 : 0;

    @Test
    void picturesOfMnistSize() {
        Shape shape = new Shape(28, 28);

        assertSimilarity(shape, disc(14, 14, 81), disc(14, 16, 81), .5009722928812017);
        assertSimilarity(shape, disc(14, 14, 81), RING, .08479620402719572);
        assertSimilarity(shape, RING, WEAVE, .009109188004327619);
    }

    @Test
    void picturesWiderThanAWord() {
        assertSimilarity(new Shape(100, 100), WEAVE, GRID, .0018046060245823013);
        assertSimilarity(new Shape(71, 9), GRID, disc(4, 30, 400), -.03710096335010528);
    }

    @Test
    void pictureOfOneWindow() {
        assertSimilarity(new Shape(7, 7), WEAVE, GRID, -.02155603483351205);
    }

    private static IntBinaryOperator disc(int y, int x, int squaredRadius) {
        return (r, c) -> (r - y) * (r - y) + (c - x) * (c - x) < squaredRadius ? 1 : 0;
    }

    private static void assertSimilarity(Shape shape, IntBinaryOperator x, IntBinaryOperator y, double expected) {
        assertThat(new StructuralSimilarity(shape).of(image(shape, x), image(shape, y)))
                .isEqualTo(expected, within(ROUNDING));
    }

    private static Pattern image(Shape shape, IntBinaryOperator pixel) {
        boolean[] up = new boolean[shape.neurons()];
        for (int i = 0; i < up.length; i++) {
            up[i] = pixel.applyAsInt(i / shape.width(), i % shape.width()) == 1;
        }
        return Pattern.of(up);
    }
}
