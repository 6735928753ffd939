package hopfield.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneStepTest {
    /** Hertz, Krogh &amp; Palmer 1991, table 2.1. */
    @ParameterizedTest
    @CsvSource({".105, .001", ".138, .0036", ".185, .01", ".37, .05", ".61, .1"})
    void bitErrorsAreThosePublished(double load, double error) {
        assertThat(OneStep.bitError(load)).isCloseTo(error, within(error / 50));
    }

    /** N = 3: two terms of signal, and of crosstalk two per other pattern. */
    @ParameterizedTest
    @CsvSource({
        "1, 0", // no crosstalk
        "2, 0", // S = -2 at least, a tie keeps the state
        "3, .0625", // S = -4 alone: 1 of 16
        "4, .109375" // S = -6 or -4: (1 + 6) of 64
    })
    void smallNetworksAreCountedByHand(int patterns, double error) {
        assertThat(OneStep.bitError(3, patterns)).isCloseTo(error, within(1e-12));
    }

    /** An odd number of terms cannot tie with the signal of one: N = 2 flips where S &lt; -1. */
    @ParameterizedTest
    @CsvSource({"2, 0", "3, .25", "4, .125", "5, .3125"})
    void twoNeuronsAreCountedByHand(int patterns, double error) {
        assertThat(OneStep.bitError(2, patterns)).isCloseTo(error, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"200, .05", "2000, .005", "20000, .0005"})
    void finiteNetworksTendToLargeOnes(int neurons, double relative) {
        double large = OneStep.bitError(.25);

        assertThat(OneStep.bitError(neurons, neurons / 4)).isCloseTo(large, within(large * 2 * relative));
    }

    @Test
    void oneStepFromAStoredPatternLeavesItsBitErrors() {
        assertThat(OneStep.overlap(1, .138)).isCloseTo(1 - 2 * OneStep.bitError(.138), within(1e-14));
    }

    /** erf(1 / 2) = .5204998778, erf(1) = .8427007929 (Abramowitz &amp; Stegun 1964, table 7.1). */
    @Test
    void overlapAfterOneStepIsTheErrorFunction() {
        assertThat(OneStep.overlap(.5, .5)).isCloseTo(.5204998778, within(1e-10));
        assertThat(OneStep.overlap(-1, .5)).isCloseTo(-.8427007929, within(1e-10));
        assertThat(OneStep.overlap(0, .5)).isZero();
    }

    @Test
    void whatIsNoLoadNorOverlapIsRefused() {
        assertThatThrownBy(() -> OneStep.bitError(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A load P / N must be positive and finite, was 0.0");
        assertThatThrownBy(() -> OneStep.overlap(1.5, .1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An overlap must be within -1..1, was 1.5");
        assertThatThrownBy(() -> OneStep.bitError(784, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Needs 2 neurons and 1 pattern at least, was 784 and 0");
    }
}
