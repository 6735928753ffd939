package hopfield.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteSizeTest {
    private static final double Z = 1.959963984540054;
    private static final int SEEDS = 1000;

    /** 1/N = .01 and .005: alpha_c = 2 * .17 - .2, its variance (4 + 1) * .01^2. */
    @Test
    void twoSizesAreExtrapolatedByHand() {
        FiniteSize line = extrapolate(Map.of(100, halfPoint(.2, .01), 200, halfPoint(.17, .01)));
        CriticalLoad critical = line.criticalLoad();

        assertThat(line.slope()).isCloseTo(6, within(1e-12));
        assertThat(line.reducedChiSquared()).isNaN();
        assertThat(critical.value()).isCloseTo(.14, within(1e-14));
        assertThat(critical.low()).isCloseTo(.14 - Z * .01 * Math.sqrt(5), within(1e-14));
        assertThat(critical.high()).isCloseTo(.14 + Z * .01 * Math.sqrt(5), within(1e-14));
    }

    /**
     * 1/N = 3u, 2u, u, and residuals d (1, -2, 1), orthogonal to every line: chi-squared is 6 d^2 / e^2 with one degree of
     * freedom, and the variance of the limit e^2 (1/3 + 2^2 / 2) before the scale factor, 14 d^2 after it.
     */
    @Test
    void halfPointsOffTheLineWidenTheInterval() {
        double off = .002;
        FiniteSize line = extrapolate(Map.of(
                100, halfPoint(.17 + off, .001),
                150, halfPoint(.16 - 2 * off, .001),
                300, halfPoint(.15 + off, .001)));

        assertThat(line.limit()).isCloseTo(.14, within(1e-12));
        assertThat(line.reducedChiSquared()).isCloseTo(24, within(1e-9));
        assertThat(line.limitError()).isCloseTo(off * Math.sqrt(14), within(1e-12));
    }

    @Test
    void halfPointsOnTheLineDoNotNarrowTheInterval() {
        FiniteSize line =
                extrapolate(Map.of(100, halfPoint(.17, .001), 150, halfPoint(.16, .001), 300, halfPoint(.15, .001)));

        assertThat(line.reducedChiSquared()).isCloseTo(0, within(1e-20));
        assertThat(line.limitError()).isCloseTo(.001 * Math.sqrt(7 / 3.0), within(1e-12));
        assertThat(line.limit() + line.slope() / 600).isCloseTo(.145, within(1e-12));
    }

    @Test
    void surerHalfPointsWeighMore() {
        FiniteSize line =
                extrapolate(Map.of(100, halfPoint(.17, .0001), 150, halfPoint(.2, 1), 300, halfPoint(.15, .0001)));

        assertThat(line.limit()).isCloseTo(.14, within(1e-6));
    }

    @Test
    void sizesMayComeInAnyOrder() {
        Map<Integer, SigmoidFit> descending = new LinkedHashMap<>();
        descending.put(3000, halfPoint(.151, .0003));
        descending.put(700, halfPoint(.163, .0007));
        descending.put(20, halfPoint(.3, .01));
        Map<Integer, SigmoidFit> ascending = new LinkedHashMap<>();
        ascending.put(20, halfPoint(.3, .01));
        ascending.put(700, halfPoint(.163, .0007));
        ascending.put(3000, halfPoint(.151, .0003));

        assertThat(extrapolate(descending)).isEqualTo(extrapolate(ascending));
    }

    @ParameterizedTest
    @ValueSource(doubles = {FiniteSize.REGULAR, FiniteSize.SADDLE_NODE})
    void criticalLoadsOfManyStudiesLieWithinTheirIntervals(double exponent) {
        double slope = .03 * Math.pow(500, exponent);
        int within = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            CriticalLoad critical =
                    study(.138, slope, exponent, new SplittableRandom(seed)).criticalLoad();
            within += critical.low() < .138 && .138 < critical.high() ? 1 : 0;
        }

        assertThat((double) within / SEEDS).isBetween(.94, .985);
    }

    @Test
    void anotherLawDoesNotFit() {
        Map<Integer, SigmoidFit> fits = Map.of(
                250, halfPoint(.138 + 2 * Math.pow(250, -2 / 3.0), .0003),
                500, halfPoint(.138 + 2 * Math.pow(500, -2 / 3.0), .0003),
                2000, halfPoint(.138 + 2 * Math.pow(2000, -2 / 3.0), .0003));

        assertThat(FiniteSize.extrapolate(fits, FiniteSize.SADDLE_NODE)
                        .orElseThrow()
                        .reducedChiSquared())
                .isLessThan(1e-9);
        assertThat(extrapolate(fits).reducedChiSquared()).isGreaterThan(10);
    }

    @Test
    void oneSizeTellsNothingOfTheLimit() {
        assertThat(FiniteSize.extrapolate(Map.of(), 1)).isEmpty();
        assertThat(FiniteSize.extrapolate(Map.of(500, halfPoint(.15, .01)), 1)).isEmpty();
    }

    @Test
    void shiftsThatDoNotVanishAreRefused() {
        assertThatThrownBy(() -> FiniteSize.extrapolate(Map.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The exponent of a finite-size law must be positive, was 0.0");
    }

    private static FiniteSize study(double limit, double slope, double exponent, SplittableRandom random) {
        Map<Integer, SigmoidFit> fits = new LinkedHashMap<>();
        for (int neurons : new int[] {250, 500, 1000, 2000}) {
            double halfPoint = limit + slope * Math.pow(neurons, -exponent);
            double width = .35 / Math.sqrt(neurons);
            double[] loads = Simulated.loads(halfPoint - 3.3 * width, width, 8);
            fits.put(
                    neurons,
                    SigmoidFit.of(Simulated.trials(halfPoint, width, loads, 100, random))
                            .orElseThrow());
        }
        return FiniteSize.extrapolate(fits, exponent).orElseThrow();
    }

    private static FiniteSize extrapolate(Map<Integer, SigmoidFit> fits) {
        return FiniteSize.extrapolate(fits, FiniteSize.REGULAR).orElseThrow();
    }

    private static SigmoidFit halfPoint(double load, double error) {
        return new SigmoidFit(load, error, .01, .001, 1);
    }
}
