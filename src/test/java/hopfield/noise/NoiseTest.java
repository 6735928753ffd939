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

class NoiseTest {
    private static final Shape SHAPE = new Shape(28, 28);
    private static final int NEURONS = SHAPE.neurons();
    private static final int IMAGES = 2000;
    private static final Seed SEED = new Seed(5);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, .05, .1, .25, .3, .5, .999, 1})
    void flipHitsItsLevel(double level) {
        assertThat(flipped(new Flip(level))).isEqualTo(level, within(fiveSigma(level)));
    }

    /** A pixel of +-1 changes sign where noise of N(0, sigma^2) acts against it by more than 1: Phi(-1/sigma). */
    @ParameterizedTest
    @CsvSource({"0, 0", ".5, .0227501", "1, .1586553", "3, .3694413"})
    void gaussianFlipsByTheNormalTail(double sigma, double probability) {
        assertThat(flipped(new Gaussian(sigma))).isEqualTo(probability, within(fiveSigma(probability)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flip=0.3", "gaussian=1"})
    void aCueDependsOnNothingButSeedImageTrialAndLevel(String spec) {
        Noise noise = NoiseKind.parse(spec).get(0);
        Pattern image = RandomPatterns.of(NEURONS, 1);

        Corruption cue = noise.cue(image, SHAPE, SEED, 7, 0);

        assertThat(noise.cue(image, SHAPE, SEED, 7, 0)).isEqualTo(cue);
        assertThat(noise.cue(image, SHAPE, SEED, 8, 0)).isNotEqualTo(cue);
        assertThat(noise.cue(image, SHAPE, SEED, 7, 1)).isNotEqualTo(cue);
        assertThat(noise.cue(image, SHAPE, new Seed(6), 7, 0)).isNotEqualTo(cue);
        assertThat(image).isEqualTo(RandomPatterns.of(NEURONS, 1));
    }

    /** Hashes of a hundred cues as version 0.1.0 (commit 220b114) made them: rows of old runs stay comparable. */
    @ParameterizedTest
    @CsvSource({"flip=0.1, -1750427715", "flip=0.3, -692231940", "gaussian=0.5, -1209770", "gaussian=3, 2028230824"})
    void cuesAreThoseOfEarlierVersions(String spec, int expected) {
        Noise noise = NoiseKind.parse(spec).get(0);
        int hash = 1;
        for (int image = 0; image < 50; image++) {
            for (int trial = 0; trial < 2; trial++) {
                Pattern original = RandomPatterns.of(NEURONS, image);
                hash = 31 * hash
                        + noise.cue(original, SHAPE, SEED, image, trial).state().hashCode();
            }
        }

        assertThat(hash).isEqualTo(expected);
    }

    @Test
    void pixelsOfOneCueFlipIndependently() {
        Noise noise = new Flip(.2);
        Pattern blank = Pattern.of(new boolean[NEURONS]);
        double squares = 0;
        for (int image = 0; image < IMAGES; image++) {
            double excess = noise.cue(blank, SHAPE, SEED, image, 0).state().foreground() - .2 * NEURONS;
            squares += excess * excess;
        }

        assertThat(squares / IMAGES)
                .as("variance of a binomial count")
                .isEqualTo(.2 * .8 * NEURONS, within(.2 * .8 * NEURONS * 5 * Math.sqrt(2.0 / IMAGES)));
    }

    private static double flipped(Noise noise) {
        long flipped = 0;
        for (int image = 0; image < IMAGES; image++) {
            Pattern original = RandomPatterns.of(NEURONS, image);
            Pattern cue = noise.cue(original, SHAPE, SEED, image, 0).state();
            flipped += NEURONS - original.agreeing(cue);
        }
        return (double) flipped / IMAGES / NEURONS;
    }

    private static double fiveSigma(double p) {
        return 5 * Math.sqrt(p * (1 - p) / IMAGES / NEURONS);
    }
}
