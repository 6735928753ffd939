package hopfield.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.BadInput;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
    private static final int NEURONS = 784;
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
        Pattern image = random(1);

        Pattern cue = noise.cue(image, SEED, 7, 0);

        assertThat(noise.cue(image, SEED, 7, 0)).isEqualTo(cue);
        assertThat(noise.cue(image, SEED, 8, 0)).isNotEqualTo(cue);
        assertThat(noise.cue(image, SEED, 7, 1)).isNotEqualTo(cue);
        assertThat(noise.cue(image, new Seed(6), 7, 0)).isNotEqualTo(cue);
    }

    @Test
    void pixelsOfOneCueFlipIndependently() {
        Noise noise = new Flip(.2);
        Pattern blank = Pattern.of(new boolean[NEURONS]);
        double squares = 0;
        for (int image = 0; image < IMAGES; image++) {
            double excess = noise.cue(blank, SEED, image, 0).foreground() - .2 * NEURONS;
            squares += excess * excess;
        }

        assertThat(squares / IMAGES)
                .as("variance of a binomial count")
                .isEqualTo(.2 * .8 * NEURONS, within(.2 * .8 * NEURONS * 5 * Math.sqrt(2.0 / IMAGES)));
    }

    @Test
    void anUnknownKindNamesTheKnownOnes() {
        assertThatThrownBy(() -> NoiseKind.parse("blur=1"))
                .isInstanceOf(BadInput.class)
                .hasMessage("noise 'blur' is not known; expected one of flip, gaussian");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flip         | noise 'flip' has no levels; expected kind=level,level,... with a kind of flip, gaussian",
                "flip=        | noise 'flip=' has no levels; expected kind=level,level,... with a kind of flip, gaussian",
                "flip=0.1,    | noise level '' of flip is not a number",
                "flip=x       | noise level 'x' of flip is not a number",
                "flip=1.5     | noise level flip must be within 0..1, was 1.5",
                "flip=NaN     | noise level flip must be within 0..1, was NaN",
                "gaussian=-1  | noise level gaussian must be at least 0 and finite, was -1.0",
                "flip=0.1,.1  | noise 'flip=0.1,.1' has level .1 twice; give each level once",
                "flip=0,-0    | noise 'flip=0,-0' has level -0 twice; give each level once"
            })
    void levelsThatAreNoneAreRefused(String spec, String message) {
        assertThatThrownBy(() -> NoiseKind.parse(spec))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    private static double flipped(Noise noise) {
        long flipped = 0;
        for (int image = 0; image < IMAGES; image++) {
            Pattern original = random(image);
            flipped += NEURONS - original.agreeing(noise.cue(original, SEED, image, 0));
        }
        return (double) flipped / IMAGES / NEURONS;
    }

    private static double fiveSigma(double p) {
        return 5 * Math.sqrt(p * (1 - p) / IMAGES / NEURONS);
    }

    private static Pattern random(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] up = new boolean[NEURONS];
        for (int i = 0; i < NEURONS; i++) {
            up[i] = random.nextBoolean();
        }
        return Pattern.of(up);
    }
}
