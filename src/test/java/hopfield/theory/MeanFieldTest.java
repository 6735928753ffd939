package hopfield.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeanFieldTest {
    /** alpha_c = .137906 (Stojnic 2024, arXiv:2403.01907, confirms the figure by another theory). */
    @Test
    void criticalLoadIsThatPublished() {
        assertThat(MeanField.criticalLoad()).isCloseTo(.137906, within(.5e-6));
        assertThat(MeanField.criticalOverlap()).isCloseTo(.96742, within(.5e-5));
    }

    /** The same maximum over another variable, delta = (1 - m) / 2, without a solver. */
    @Test
    void criticalLoadIsTheLargestThatAnyOverlapSolves() {
        double largest = 0;
        for (double m = .9; m < 1; m += 1e-5) {
            double y = Erf.erfInv(m);
            largest = Math.max(largest, m / y - 2 / Math.sqrt(Math.PI) * Math.exp(-y * y));
        }

        assertThat(MeanField.criticalLoad()).isCloseTo(largest * largest / 2, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({".05, .999992, .5e-6", ".10, .99800, .5e-5", ".12, .99322, .5e-5", ".13, .98721, .5e-5"})
    void overlapsOfTheRetrievalStateAreThosePublished(double load, double overlap, double rounding) {
        assertThat(MeanField.retrievalOverlap(load).orElseThrow()).isCloseTo(overlap, within(rounding));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.05, .08, .13, .1379, .137905})
    void overlapsSolveTheEquation(double load) {
        double m = MeanField.retrievalOverlap(load).orElseThrow();
        double y = Erf.erfInv(m);

        assertThat(y * (Math.sqrt(2 * load) + 2 / Math.sqrt(Math.PI) * Math.exp(-y * y)))
                .isCloseTo(m, within(1e-10));
        assertThat(m).isGreaterThan(MeanField.criticalOverlap());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-12, 1e-4})
    void almostEmptyNetworksRetrieveExactly(double load) {
        assertThat(MeanField.retrievalOverlap(load)).hasValue(1);
    }

    @Test
    void retrievalEndsAtTheCriticalLoad() {
        double critical = MeanField.criticalLoad();

        assertThat(MeanField.retrievalOverlap(critical).orElseThrow())
                .isCloseTo(MeanField.criticalOverlap(), within(1e-6));
        assertThat(MeanField.retrievalOverlap(critical + 1e-9)).isEmpty();
        assertThat(MeanField.retrievalOverlap(2)).isEmpty();
    }

    @Test
    void whatIsNoLoadIsRefused() {
        assertThatThrownBy(() -> MeanField.retrievalOverlap(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A load P / N must be positive and finite, was NaN");
    }
}
