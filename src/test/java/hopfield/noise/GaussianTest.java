package hopfield.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTest {
    private static final Shape SHAPE = new Shape(28, 28);
    private static final int NEURONS = SHAPE.neurons();
    private static final int IMAGES = 2000;
    private static final Seed SEED = new Seed(5);

    /** A pixel of +-1 changes sign where noise of N(0, sigma^2) acts against it by more than 1: Phi(-1/sigma). */
    @ParameterizedTest
    @CsvSource({"0, 0", ".5, .0227501", "1, .1586553", "3, .3694413"})
    void gaussianFlipsByTheNormalTail(double sigma, double probability) {
        long flipped = 0;
        for (int image = 0; image < IMAGES; image++) {
            Pattern original = RandomPatterns.of(NEURONS, image);
            Pattern cue =
                    new Gaussian(sigma).cue(original, SHAPE, SEED, image, 0).state();
            flipped += NEURONS - original.agreeing(cue);
        }

        assertThat((double) flipped / IMAGES / NEURONS)
                .isEqualTo(probability, within(5 * Math.sqrt(probability * (1 - probability) / IMAGES / NEURONS)));
    }

    @Test
    void theAnalogCueIsTheImageWithNormalNoiseInWholeMultiplesOf65536ths() {
        double sigma = 3;
        Noise noise = new GaussianAnalog(sigma);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        int count = 0;
        for (int image = 0; image < 500; image++) {
            Pattern original = RandomPatterns.of(NEURONS, image);
            double[] values = noise.cue(original, SHAPE, SEED, image, 0)
                    .analog()
                    .orElseThrow()
                    .values();
            for (int i = 0; i < NEURONS; i++) {
                double z = (values[i] - (original.isUp(i) ? 1 : -1)) / sigma;
                assertThat(values[i] * 65536 % 1).isZero();
                sum += z;
                squares += z * z;
                fourths += z * z * z * z;
                count++;
            }
        }

        // Moments of N(0, 1) are 0, 1, 3; the variances of z, z^2, z^4 are 1, 2, 96.
        assertThat(sum / count).isEqualTo(0, within(5 / Math.sqrt(count)));
        assertThat(squares / count).isEqualTo(1, within(5 * Math.sqrt(2.0 / count)));
        assertThat(fourths / count).isEqualTo(3, within(5 * Math.sqrt(96.0 / count)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .5, 1, 3, 1e6})
    void analogAndBinaryGaussianAreAPairOfTheSameDraw(double sigma) {
        for (int image = 0; image < 50; image++) {
            Pattern original = RandomPatterns.of(NEURONS, image);
            Corruption binary = new Gaussian(sigma).cue(original, SHAPE, SEED, image, 1);
            Corruption analog = new GaussianAnalog(sigma).cue(original, SHAPE, SEED, image, 1);
            double[] values = analog.analog().orElseThrow().values();

            assertThat(analog.state()).isEqualTo(binary.state());
            assertThat(binary.analog()).isEmpty();
            for (int i = 0; i < NEURONS; i++) {
                double along = analog.state().isUp(i) ? values[i] : -values[i];
                assertThat(along).isBetween(0.0, 1024.0);
            }
        }
    }
}
