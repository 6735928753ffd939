package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeakSignalToNoiseTest {
    /**
     * Published examples, each error divided by the square of its pictures' peak:
     *
     * <ul>
     *   <li>MATLAB's Image Processing Toolbox, {@code psnr} and {@code immse}: pout.tif with imnoise(ref, 'salt &amp; pepper', 0.02)
     *       has "The mean-squared error is 353.7631" and "The Peak-SNR value is 22.6437", of 8 bits
     *   <li>TorchMetrics 1.0.0, {@code functional.peak_signal_noise_ratio}: [[0, 1], [2, 3]] beside [[3, 2], [1, 0]], whose range
     *       is 3, gives tensor(2.5527)
     *   <li>TorchEval, {@code metrics.functional.peak_signal_noise_ratio}: [[.1, .2], [.3, .4]] beside .9 of it, whose range is
     *       .36 - .09, gives tensor(19.8767)
     * </ul>
     */
    @ParameterizedTest
    @CsvSource({"353.7631, 255, 22.6437", "5, 3, 2.5527", ".00075, .27, 19.8767"})
    void publishedExamplesComeOutToTheirLastDigit(double meanSquaredError, double peak, double published) {
        assertThat(PeakSignalToNoise.decibels(meanSquaredError / (peak * peak))).isEqualTo(published, within(.00005));
    }

    /** 10 log10(784) = 10 (4 log10(2) + 2 log10(7)) = 10 (1.20412 + 1.69020). */
    @Test
    void onePixelOfAnMnistDigitWrongIsTwentyNineDecibels() {
        assertThat(PeakSignalToNoise.decibels(1 / 784.0)).isEqualTo(28.9432, within(.00005));
    }

    @Test
    void theOriginalIsInfinitelyGoodAndItsInverseZero() {
        assertThat(PeakSignalToNoise.decibels(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(PeakSignalToNoise.decibels(1)).isEqualTo(0);
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
