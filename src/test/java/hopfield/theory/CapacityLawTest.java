package hopfield.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityLawTest {
    /** ln 784 = 6.66441: 784 / 26.65764, 784 / 13.32882, .137906 * 784, 784 / 3.65087. */
    @ParameterizedTest
    @CsvSource({
        "HEBBIAN_EVERY_PATTERN_EXACT, 29.41",
        "HEBBIAN_ALMOST_EVERY_PATTERN_EXACT, 58.82",
        "HEBBIAN_RETRIEVAL, 108.12",
        "STORKEY, 214.74",
        "PROJECTION, 784"
    })
    void picturesOfMnistsSizeHaveTheseLimits(CapacityLaw law, double patterns) {
        assertThat(law.patterns(784)).isCloseTo(patterns, within(.005));
    }

    @ParameterizedTest
    @EnumSource
    void oneNeuronIsRefused(CapacityLaw law) {
        assertThatThrownBy(() -> law.patterns(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A capacity law needs 2 neurons at least, was 1");
    }
}
