package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.pattern.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeakSignalToNoiseTest {
    /** 10 log10(784) = 10 (4 log10(2) + 2 log10(7)) = 10 (1.20412 + 1.69020). */
    @Test
    void onePixelOfAnMnistDigitWrongIsTwentyNineDecibels() {
        boolean[] up = new boolean[784];
        Pattern original = Pattern.of(up);
        up[300] = true;

        double ratio = PeakSignalToNoise.of(Similarity.of(original, Pattern.of(up)));

        assertThat(ratio).isEqualTo(28.9432, within(.00005));
    }

    @Test
    void theOriginalIsInfinitelyGoodAndItsInverseZero() {
        Pattern original = Pattern.of(true, false, true);

        assertThat(PeakSignalToNoise.of(Similarity.of(original, original))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(PeakSignalToNoise.of(Similarity.of(original, original.inverse())))
                .isEqualTo(0);
    }

    /** Of pictures of 8 bits, an error of one grey level, a 255th of the peak: 20 log10(255) = 48.13 dB. */
    @Test
    void anErrorOfOneGreyLevelIsFortyEightDecibels() {
        assertThat(PeakSignalToNoise.decibels(1 / (255.0 * 255))).isEqualTo(48.1308, within(.00005));
    }

    @Test
    void aTenthOfTheErrorIsTenDecibelsMore() {
        assertThat(PeakSignalToNoise.decibels(.1)).isEqualTo(10, within(1e-12));
        assertThat(PeakSignalToNoise.decibels(.01)).isEqualTo(20, within(1e-12));
    }

    @Test
    void theErrorOfNoImagesHasNoRatio() {
        assertThat(PeakSignalToNoise.decibels(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-.1, 1.5})
    void errorsThatNoBinaryImageHasAreRefused(double error) {
        assertThatThrownBy(() -> PeakSignalToNoise.decibels(error))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the mean squared error of pixels 0 and 1 must be within 0..1, was " + error);
    }
}
