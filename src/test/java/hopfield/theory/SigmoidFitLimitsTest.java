package hopfield.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts that no sigmoid, or every steep one, explains. */
class SigmoidFitLimitsTest {
    private static final int SEEDS = 2000;

    @Test
    void aStepBetweenTwoLoadsMayBeAnywhereBetween() {
        SigmoidFit fit = fit(point(.12, 900, 900), point(.13, 900, 900), point(.15, 0, 900), point(.16, 0, 900));

        assertThat(fit.halfPoint()).isCloseTo(.14, within(1e-12));
        assertThat(fit.halfPointError()).isCloseTo(.02 / Math.sqrt(12), within(1e-12));
        assertThat(fit.width()).isBetween(0.0, .02 / 2 / Math.log(900));
    }

    /** Sigmoids much narrower than the spacing of the loads, at any place. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-4, 3e-4, 6e-4, 1e-3, 1.5e-3, 2e-3, 3e-3})
    void narrowSigmoidsLieWithinTheirIntervals(double width) {
        long within = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double halfPoint = .13 + .02 * random.nextDouble();
            SigmoidFit fit = SigmoidFit.of(
                            Simulated.trials(halfPoint, width, Simulated.loads(.11, .01, 7), 100, random))
                    .orElseThrow();
            within += Math.abs(fit.halfPoint() - halfPoint) < 1.96 * fit.halfPointError() ? 1 : 0;
        }

        assertThat(within).isGreaterThan((long) (.93 * SEEDS));
    }

    @Test
    void anyCountsAreFittedOrNotGiven() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long most = Math.round(Math.pow(10, 9 * random.nextDouble()));
            List<RetentionPoint> points = Arrays.stream(Simulated.loads(.1, .01, random.nextInt(2, 12)))
                    .mapToObj(load -> {
                        long trials = random.nextLong(most) + 1;
                        long[] retained = {0, trials, random.nextLong(trials + 1)};
                        return point(load, retained[random.nextInt(3)], trials);
                    })
                    .toList();

            assertThat(SigmoidFit.of(points))
                    .as("seed %d", seed)
                    .satisfies(fit -> fit.ifPresent(of -> {
                        assertThat(of.halfPoint()).isBetween(.1, .21);
                        assertThat(of.halfPointError()).isFinite();
                        assertThat(of.widthError()).isFinite();
                    }));
        }
    }

    @Test
    void halfPointsThatWereNotMeasuredAreNotGiven() {
        assertThat(SigmoidFit.of(List.of())).isEmpty();
        assertThat(SigmoidFit.of(List.of(point(.1, 5, 10), point(.1, 4, 10)))).isEmpty();
        assertThat(SigmoidFit.of(List.of(point(.1, 99, 100), point(.12, 90, 100))))
                .isEmpty();
        assertThat(SigmoidFit.of(List.of(point(.1, 20, 100), point(.12, 2, 100))))
                .isEmpty();
        assertThat(SigmoidFit.of(List.of(point(.1, 2, 10), point(.12, 8, 10)))).isEmpty();
        assertThat(SigmoidFit.of(List.of(point(.1, 10, 10), point(.12, 10, 10))))
                .isEmpty();
        assertThat(SigmoidFit.of(List.of(point(.1, 5, 10), point(.12, 5, 10)))).isEmpty();
    }

    @Test
    void pointsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> point(.1, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retained must be within 0..2, was 3");
        assertThatThrownBy(() -> point(.1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A point of retention needs a trial, had 0");
        assertThatThrownBy(() -> point(-.1, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A load P / N must be positive and finite, was -0.1");
    }

    private static SigmoidFit fit(RetentionPoint... points) {
        return SigmoidFit.of(List.of(points)).orElseThrow();
    }

    private static RetentionPoint point(double load, long retained, long trials) {
        return new RetentionPoint(load, retained, trials);
    }
}
