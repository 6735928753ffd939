package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {
    @ParameterizedTest
    @CsvSource({"0.5, 128", "1, 255", "0.001, 1", "0.25, 64"})
    void aShareOfWhiteIsTheSameForEveryPicture(String share, int least) {
        assertThat(Threshold.of(share).least(grey(0, 0, 0))).isEqualTo(least);
        assertThat(Threshold.of(share).least(grey(9, 200))).isEqualTo(least);
    }

    @Test
    void brighterThanTheMeanIsUp() {
        assertThat(Threshold.of("mean").least(grey(10, 20, 30))).isEqualTo(21);
        assertThat(Threshold.of("mean").least(grey(10, 11))).isEqualTo(11);
    }

    @Test
    void otsuLeavesTheLargestVarianceBetweenDarkAndBright() {
        SplittableRandom random = new SplittableRandom(1);
        for (int picture = 0; picture < 20; picture++) {
            byte[] grey = new byte[50];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (byte) (i % 3 == 0 ? random.nextInt(180, 256) : random.nextInt(120));
            }
            int least = Threshold.of("otsu").least(grey);
            double largest = IntStream.range(1, 256)
                    .mapToDouble(other -> between(grey, other))
                    .max()
                    .orElseThrow();

            assertThat(between(grey, least)).isEqualTo(largest);
            assertThat(least).isBetween(1, 180);
        }
    }

    /** w0 (mu0 - mu)^2 + w1 (mu1 - mu)^2 = w0 w1 (mu1 - mu0)^2, as it is defined. */
    private static double between(byte[] grey, int least) {
        double[] dark = IntStream.range(0, grey.length)
                .mapToDouble(i -> Byte.toUnsignedInt(grey[i]))
                .filter(value -> value < least)
                .toArray();
        double[] bright = IntStream.range(0, grey.length)
                .mapToDouble(i -> Byte.toUnsignedInt(grey[i]))
                .filter(value -> value >= least)
                .toArray();
        if (dark.length == 0 || bright.length == 0) {
            return 0;
        }
        double apart = IntStream.range(0, bright.length)
                                .mapToDouble(i -> bright[i])
                                .sum()
                        / bright.length
                - IntStream.range(0, dark.length).mapToDouble(i -> dark[i]).sum() / dark.length;
        return (double) dark.length * bright.length * apart * apart;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "otsu"})
    void aPictureOfOneGreyIsHalved(String name) {
        assertThat(Binarisation.pattern(grey(40, 40), Threshold.of(name)).foreground())
                .isZero();
        assertThat(Binarisation.pattern(grey(200, 200), Threshold.of(name)).foreground())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.125", "mean", "otsu"})
    void aLabelNamesItsThreshold(String name) {
        assertThat(Threshold.of(Threshold.of(name).label())).isEqualTo(Threshold.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "-1", "NaN", "Otsu", ""})
    void whatIsNoThresholdIsRefused(String name) {
        assertThatThrownBy(() -> Threshold.of(name))
                .isInstanceOf(BadInput.class)
                .hasMessage("--threshold '" + name
                        + "' is not known; expected a share of white above 0, at most 1, or otsu," + " or mean");
    }

    private static byte[] grey(int... values) {
        byte[] grey = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            grey[i] = (byte) values[i];
        }
        return grey;
    }
}
