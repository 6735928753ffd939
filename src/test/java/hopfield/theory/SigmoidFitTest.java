package hopfield.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigmoidFitTest {
    private static final double[] LOADS = Simulated.loads(.12, .005, 9);
    private static final int SEEDS = 2000;

    @Test
    void manyTrialsGiveBackTheirSigmoid() {
        long trials = 1_000_000_000;
        SigmoidFit fit = SigmoidFit.of(Arrays.stream(LOADS)
                        .mapToObj(load -> new RetentionPoint(
                                load, Math.round(trials / (1 + Math.exp((load - .143) / .008))), trials))
                        .toList())
                .orElseThrow();

        assertThat(fit.halfPoint()).isCloseTo(.143, within(1e-8));
        assertThat(fit.width()).isCloseTo(.008, within(1e-8));
        assertThat(fit.dispersion()).isEqualTo(1);
    }

    /** Two shares fix two unknowns, and Jeffreys' prior is half a success and half a failure more at each. */
    @Test
    void twoLoadsAreFittedByHand() {
        SigmoidFit fit = fit(point(.1, 90, 100), point(.2, 10, 100));
        double logit = Math.log(90.5 / 10.5);
        double varianceOfLogit = 1 / (100 * (90.5 / 101) * (10.5 / 101));

        assertThat(fit.halfPoint()).isCloseTo(.15, within(1e-12));
        assertThat(fit.width()).isCloseTo(.05 / logit, within(1e-10));
        assertThat(fit.halfPointError()).isCloseTo(.05 * Math.sqrt(varianceOfLogit / 2) / logit, within(1e-10));
        assertThat(fit.widthError()).isCloseTo(.05 / logit * Math.sqrt(varianceOfLogit / 2) / logit, within(1e-10));
    }

    @Test
    void halfPointsOfManyStudiesLieWithinTheirIntervals() {
        List<SigmoidFit> fits = studies(seed -> Simulated.trials(.143, .008, LOADS, 60, seed));

        assertThat(coverage(fits)).isBetween(.94, .98);
        assertThat(fits.stream()
                        .filter(fit -> Math.abs(fit.width() - .008) < 1.96 * fit.widthError())
                        .count())
                .isBetween((long) (.94 * SEEDS), (long) (.98 * SEEDS));
        assertThat(mean(fits)).isCloseTo(.143, within(4 * spread(fits) / Math.sqrt(SEEDS)));
    }

    /**
     * The half-points of a load's ten networks differ by one width: the variance of the counts is several times binomial. That
     * it is estimated, from nine loads, costs the interval a few per cent of its coverage.
     */
    @Test
    void sharedCrosstalkWidensTheInterval() {
        List<SigmoidFit> fits = studies(seed -> Simulated.networks(.143, .008, .008, LOADS, 10, 40, seed));
        double meanError =
                fits.stream().mapToDouble(SigmoidFit::halfPointError).average().orElseThrow();

        assertThat(coverage(fits)).isBetween(.88, .97);
        assertThat(meanError).isCloseTo(spread(fits), within(.1 * spread(fits)));
        assertThat(fits.stream().mapToDouble(SigmoidFit::dispersion).average().orElseThrow())
                .isGreaterThan(3);
    }

    private interface Study {
        List<RetentionPoint> draw(SplittableRandom random);
    }

    private static List<SigmoidFit> studies(Study study) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed ->
                        SigmoidFit.of(study.draw(new SplittableRandom(seed))).orElseThrow())
                .toList();
    }

    /** The share of the fits whose 95 % interval holds the half-point .143 of all these studies. */
    private static double coverage(List<SigmoidFit> fits) {
        return (double) fits.stream()
                        .filter(fit -> Math.abs(fit.halfPoint() - .143) < 1.96 * fit.halfPointError())
                        .count()
                / fits.size();
    }

    private static double mean(List<SigmoidFit> fits) {
        return fits.stream().mapToDouble(SigmoidFit::halfPoint).average().orElseThrow();
    }

    private static double spread(List<SigmoidFit> fits) {
        double mean = mean(fits);
        return Math.sqrt(fits.stream()
                .mapToDouble(fit -> (fit.halfPoint() - mean) * (fit.halfPoint() - mean))
                .average()
                .orElseThrow());
    }

    private static SigmoidFit fit(RetentionPoint... points) {
        return SigmoidFit.of(List.of(points)).orElseThrow();
    }

    private static RetentionPoint point(double load, long retained, long trials) {
        return new RetentionPoint(load, retained, trials);
    }
}
