package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuralSimilarityTest {
    private static final double ROUNDING = 1e-12;
    private static final double C1 = 1e-4;
    private static final double C2 = 9e-4;
    private static final Shape WINDOW = new Shape(7, 7);
    private static final Shape MNIST = new Shape(28, 28);

    @ParameterizedTest
    @CsvSource({"7, 7", "28, 28", "7, 70", "8, 9", "63, 8", "64, 9", "65, 13", "100, 100", "130, 11", "192, 7"})
    void oneInstanceEqualsTheFormulaOverEachWindowOnRaggedSizes(int width, int height) {
        Shape shape = new Shape(width, height);
        StructuralSimilarity similarity = new StructuralSimilarity(shape);
        SplittableRandom random = new Seed(1).at(width).at(height).random();
        for (int original = 0; original < 6; original++) {
            Pattern x = noisy(Pattern.of(new boolean[shape.neurons()]), original * .15, random);
            for (double flip : new double[] {.01, .1, .5, 1}) {
                Pattern y = noisy(x, flip, random);
                assertThat(similarity.of(x, y)).isEqualTo(PrintedSimilarity.of(shape, x, y), within(ROUNDING));
            }
        }
    }

    @Test
    void identicalImagesScoreOneExactly() {
        StructuralSimilarity similarity = new StructuralSimilarity(MNIST);
        SplittableRandom random = new Seed(2).random();
        Pattern x = noisy(Pattern.of(new boolean[784]), .3, random);
        Pattern other = noisy(x, .3, random);

        assertThat(similarity.of(x, other)).isLessThan(1);
        assertThat(similarity.of(x, new Pattern(784, x.words().clone()))).isEqualTo(1);
    }

    @Test
    void theSameBitsEitherWayRoundWhateverWasComparedBefore() {
        SplittableRandom random = new Seed(3).random();
        StructuralSimilarity used = new StructuralSimilarity(MNIST);
        for (int i = 0; i < 50; i++) {
            Pattern x = noisy(Pattern.of(new boolean[784]), .3, random);
            Pattern y = noisy(x, .2, random);

            double fresh = new StructuralSimilarity(MNIST).of(x, y);

            assertThat(used.of(x, y)).isEqualTo(fresh);
            assertThat(used.of(y, x)).isEqualTo(fresh);
        }
    }

    /** Means 0 and 1, no variances: (0 + C1)(0 + C2) / ((1 + C1)(0 + C2)). */
    @Test
    void blackAgainstWhiteByHand() {
        Pattern black = Pattern.of(new boolean[784]);

        assertThat(new StructuralSimilarity(MNIST).of(black, black.inverse()))
                .isEqualTo(C1 / (1 + C1), within(ROUNDING));
    }

    /** Means 1/49 and 0; sample variances 1/49 and 0: (49 - 1) / (49 * 48). */
    @Test
    void onePixelAgainstBlackByHand() {
        Pattern black = Pattern.of(new boolean[49]);

        assertThat(new StructuralSimilarity(WINDOW).of(withPixel(WINDOW, 24), black))
                .isEqualTo(C1 / (1.0 / 2401 + C1) * (C2 / (1.0 / 49 + C2)), within(ROUNDING));
    }

    @Test
    void aCornerIsSeenByOneWindowOnlyAndTheMiddleByFortyNine() {
        double seen = 1 - new StructuralSimilarity(WINDOW).of(withPixel(WINDOW, 0), Pattern.of(new boolean[49]));
        StructuralSimilarity similarity = new StructuralSimilarity(MNIST);
        Pattern black = Pattern.of(new boolean[784]);

        assertThat(1 - similarity.of(withPixel(MNIST, 783), black)).isEqualTo(seen / 484, within(ROUNDING));
        assertThat(1 - similarity.of(withPixel(MNIST, 14 * 28 + 14), black))
                .isEqualTo(49 * seen / 484, within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"6, 28", "28, 6", "784, 1", "1, 1"})
    void imagesSmallerThanAWindowHaveNoSimilarity(int width, int height) {
        Pattern black = Pattern.of(new boolean[width * height]);

        assertThat(new StructuralSimilarity(new Shape(width, height)).of(black, black))
                .isNaN();
    }

    @Test
    void patternsOfAnotherSizeAreRefused() {
        StructuralSimilarity similarity = new StructuralSimilarity(MNIST);
        Pattern mnist = Pattern.of(new boolean[784]);
        Pattern small = Pattern.of(new boolean[780]);

        assertThatThrownBy(() -> similarity.of(mnist, small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pattern of 780 neurons is no image of 28 x 28 pixels");
        assertThatThrownBy(() -> similarity.of(small, mnist)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pattern noisy(Pattern pattern, double flip, SplittableRandom random) {
        boolean[] up = new boolean[pattern.neurons()];
        for (int i = 0; i < up.length; i++) {
            up[i] = pattern.isUp(i) ^ random.nextDouble() < flip;
        }
        return Pattern.of(up);
    }

    private static Pattern withPixel(Shape shape, int pixel) {
        boolean[] up = new boolean[shape.neurons()];
        up[pixel] = true;
        return Pattern.of(up);
    }
}
