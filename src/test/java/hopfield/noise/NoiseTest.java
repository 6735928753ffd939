package hopfield.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, .0006, .1, .25, .5, .999, 1})
    void flipExactFlipsTheRoundedNumberInEveryCue(double level) {
        for (Shape shape : List.of(SHAPE, new Shape(7, 5), new Shape(1, 64), new Shape(1, 1))) {
            int neurons = shape.neurons();
            Noise noise = new FlipExact(level);
            for (int image = 0; image < 100; image++) {
                Pattern original = RandomPatterns.of(neurons, image);
                assertThat(neurons
                                - original.agreeing(noise.cue(original, shape, SEED, image, 0)
                                        .state()))
                        .isEqualTo((int) Math.floor(level * neurons + .5));
            }
        }
    }

    /** Each of N pixels is among the k flipped ones in a share k / N of the cues. */
    @Test
    void flipExactFavoursNoPixel() {
        Shape shape = new Shape(7, 10);
        Noise noise = new FlipExact(.3);
        Pattern blank = Pattern.of(new boolean[70]);
        int[] flips = new int[70];
        for (int image = 0; image < IMAGES; image++) {
            Pattern cue = noise.cue(blank, shape, SEED, image, 0).state();
            for (int i = 0; i < flips.length; i++) {
                flips[i] += cue.isUp(i) ? 1 : 0;
            }
        }

        for (int count : flips) {
            assertThat((double) count / IMAGES).isEqualTo(.3, within(5 * Math.sqrt(.3 * .7 / IMAGES)));
        }
    }

    /** Half of the replaced pixels change, whatever they were; all salt and pepper leaves nothing of the image. */
    @ParameterizedTest
    @ValueSource(doubles = {0, .01, .2, .5, 1})
    void saltPepperChangesHalfOfWhatItReplaces(double level) {
        Noise noise = new SaltPepper(level);
        for (boolean up : new boolean[] {true, false}) {
            Pattern plain = up ? Pattern.of(new boolean[NEURONS]).inverse() : Pattern.of(new boolean[NEURONS]);
            long changed = 0;
            for (int image = 0; image < IMAGES; image++) {
                Pattern cue = noise.cue(plain, SHAPE, SEED, image, 0).state();
                changed += NEURONS - plain.agreeing(cue);
            }
            assertThat((double) changed / IMAGES / NEURONS).isEqualTo(level / 2, within(fiveSigma(level / 2)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flip=0.3",
                "flip-exact=0.3",
                "salt-pepper=0.3",
                "gaussian=1",
                "gaussian-analog=1",
                "square=0.1",
                "pixels=0.3"
            })
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
