package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {
    /** Abramowitz &amp; Stegun 1964, table 26.10, two-sided 5 %. */
    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "5, 2.571", "9, 2.262", "29, 2.045", "120, 1.980", "2000000, 1.960"})
    void quantilesAreThoseOfTheTable(double freedom, double quantile) {
        assertThat(Student.quantile(freedom)).isEqualTo(quantile, within(.0005));
    }

    @Test
    void theManyGoOverIntoTheNormalDistribution() {
        assertThat(Student.quantile(999_999)).isEqualTo(Student.quantile(1_000_000), within(3e-6));
    }

    @Test
    void aMeanOfTenImagesHasTheMarginOfNineDegreesOfFreedom() {
        assertThat(new StandardError(.01, 10).margin()).isEqualTo(.02262, within(.000005));
    }

    @Test
    void oneImageTellsNoMargin() {
        assertThat(new StandardError(Double.NaN, 1).margin()).isNaN();
        assertThat(new StandardError(Double.NaN, 0).margin()).isNaN();
    }
}
