package hopfield.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JackknifeTest {
    private static final double[] LOADS = Simulated.loads(.13, .005, 9);
    private static final int BLOCKS = 10;
    private static final int STUDIES = 400;

    /** Every pattern has one threshold, so that all loads agree on it: the trials of a load are independent, loads are not. */
    @Test
    void errorsAreThoseOfLoadsThatShareTheirPatterns() {
        double[] halfPoints = new double[STUDIES];
        double jackknife = 0;
        double independent = 0;
        for (int study = 0; study < STUDIES; study++) {
            List<List<RetentionPoint>> blocks = sharedPatterns(.15, .01, 200, new SplittableRandom(study));
            SigmoidFit fit = Jackknife.fit(blocks).orElseThrow();
            halfPoints[study] = fit.halfPoint();
            jackknife += fit.halfPointError() * fit.halfPointError() / STUDIES;
            independent += Math.pow(fitOfAll(blocks).halfPointError(), 2) / STUDIES;
        }
        double mean = Arrays.stream(halfPoints).average().orElseThrow();
        double variance =
                Arrays.stream(halfPoints).map(a -> (a - mean) * (a - mean)).sum() / (STUDIES - 1);

        assertThat(mean).isCloseTo(.15, within(4 * Math.sqrt(variance / STUDIES)));
        assertThat(jackknife / variance).isBetween(.7, 1.4);
        assertThat(independent / variance)
                .as("which a single fit would take them for")
                .isLessThan(.5);
    }

    /** The half-points without block 1, 2, 3 are each a fit of the other two; of 3 blocks, se^2 = 2/3 sum (a - mean)^2. */
    @Test
    void threeBlocksAreLeftOutOneByOne() {
        List<List<RetentionPoint>> blocks =
                sharedPatterns(.15, .01, 500, new SplittableRandom(1)).subList(0, 3);
        double a = fitOfAll(List.of(blocks.get(1), blocks.get(2))).halfPoint();
        double b = fitOfAll(List.of(blocks.get(0), blocks.get(2))).halfPoint();
        double c = fitOfAll(List.of(blocks.get(0), blocks.get(1))).halfPoint();
        double mean = (a + b + c) / 3;
        double squares = (a - mean) * (a - mean) + (b - mean) * (b - mean) + (c - mean) * (c - mean);

        SigmoidFit fit = Jackknife.fit(blocks).orElseThrow();

        assertThat(fit.halfPoint()).isCloseTo(fitOfAll(blocks).halfPoint(), within(1e-14));
        assertThat(fit.halfPointError()).isCloseTo(Math.sqrt(squares * 2 / 3), within(1e-14));
        assertThat(fit.halfPointError()).isGreaterThan(fitOfAll(blocks).halfPointError());
    }

    @Test
    void blocksThatAgreeByChanceLeaveTheErrorOfIndependentLoads() {
        List<RetentionPoint> points = List.of(
                new RetentionPoint(.14, 80, 100), new RetentionPoint(.15, 45, 100), new RetentionPoint(.16, 20, 100));
        List<RetentionPoint> sums = List.of(
                new RetentionPoint(.14, 160, 200), new RetentionPoint(.15, 90, 200), new RetentionPoint(.16, 40, 200));

        assertThat(Jackknife.fit(List.of(points, points))).isEqualTo(SigmoidFit.of(sums));
    }

    @Test
    void loadsThatKeepOrLoseAlmostAllDoNotEnter() {
        List<RetentionPoint> middle = List.of(
                new RetentionPoint(.14, 80, 100), new RetentionPoint(.15, 45, 100), new RetentionPoint(.16, 20, 100));
        List<RetentionPoint> withTails = new ArrayList<>(middle);
        withTails.add(new RetentionPoint(.11, 96, 100));
        withTails.add(new RetentionPoint(.19, 4, 100));

        assertThat(Jackknife.fit(List.of(withTails, withTails)))
                .isPresent()
                .isEqualTo(Jackknife.fit(List.of(middle, middle)));
    }

    @Test
    void loadsOnOneSideOfTheHalfPointDoNotShowIt() {
        List<RetentionPoint> below = List.of(new RetentionPoint(.13, 90, 100), new RetentionPoint(.14, 80, 100));

        assertThat(Jackknife.fit(List.of(below, below))).isEmpty();
    }

    @Test
    void oneBlockIsRefused() {
        assertThatThrownBy(() -> Jackknife.fit(List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A jackknife needs 2 blocks at least, had 1");
    }

    /** Thresholds drawn from the logistic distribution; a pattern is retained at the loads below its own. */
    private static List<List<RetentionPoint>> sharedPatterns(
            double halfPoint, double width, int patterns, SplittableRandom random) {
        List<List<RetentionPoint>> blocks = new ArrayList<>();
        for (int b = 0; b < BLOCKS; b++) {
            double[] thresholds = random.doubles(patterns)
                    .map(u -> halfPoint + width * Math.log(u / (1 - u)))
                    .toArray();
            blocks.add(Arrays.stream(LOADS)
                    .mapToObj(load -> new RetentionPoint(
                            load,
                            Arrays.stream(thresholds).filter(t -> load < t).count(),
                            patterns))
                    .toList());
        }
        return blocks;
    }

    /** A single fit of all blocks' sums, as if loads were independent; no load here is in the tails. */
    private static SigmoidFit fitOfAll(List<List<RetentionPoint>> blocks) {
        List<RetentionPoint> sums = new ArrayList<>();
        for (int k = 0; k < LOADS.length; k++) {
            int at = k;
            sums.add(new RetentionPoint(
                    LOADS[k],
                    blocks.stream().mapToLong(block -> block.get(at).retained()).sum(),
                    blocks.stream().mapToLong(block -> block.get(at).trials()).sum()));
        }
        return SigmoidFit.of(sums).orElseThrow();
    }
}
