package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalogPatternTest {
    private static final double UNIT = 1 / 65536.0;

    @Test
    void valuesAreRoundedToTheNearestUnitAndKeptWithinTheRange() {
        double[] values = {0, 1, -1 - .4 * UNIT, .6 * UNIT, 1.5 * UNIT, 2.5 * UNIT, 1e300, -1024.3};

        assertThat(AnalogPattern.nearest(values).values())
                .containsExactly(0, 1, -1, UNIT, 2 * UNIT, 2 * UNIT, 1024, -1024);
        assertThat(values[3]).isEqualTo(.6 * UNIT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {UNIT / 2, 1 + UNIT / 4, 1025, -1024 - UNIT, Double.NaN, Double.NEGATIVE_INFINITY})
    void valuesWhoseSumsMayNotBeExactAreRefused(double value) {
        assertThatThrownBy(() -> new AnalogPattern(new double[] {1, value}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an analog value must be a multiple of 2^-16 within -1024..1024, was " + value);
    }

    @Test
    void patternsOfTheSameValuesAreEqual() {
        AnalogPattern pattern = new AnalogPattern(new double[] {1, .5});

        assertThat(pattern)
                .isEqualTo(new AnalogPattern(new double[] {1, .5}))
                .hasSameHashCodeAs(new AnalogPattern(new double[] {1, .5}));
        assertThat(pattern).isNotEqualTo(new AnalogPattern(new double[] {1, .25}));
        assertThat(pattern.neurons()).isEqualTo(2);
    }
}
