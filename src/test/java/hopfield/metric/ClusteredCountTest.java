package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusteredCountTest {
    /** y successes of m trials. */
    private record Cluster(int y, int m) {}

    @Test
    void clustersOfOneTrialAreIndependentTrials() {
        List<Cluster> clusters = new ArrayList<>(Collections.nCopies(81, new Cluster(1, 1)));
        clusters.addAll(Collections.nCopies(263 - 81, new Cluster(0, 1)));

        assertThat(count(clusters).rate()).isEqualTo(new Rate(81, 263));
        assertThat(count(clusters.subList(0, 81)).rate()).isEqualTo(new Rate(81, 81));
        assertThat(count(List.of()).rate()).isEqualTo(new Rate(0, 0));
    }

    @Test
    void trialsThatRepeatEachOtherTellNoMoreThanOne() {
        List<Cluster> clusters = new ArrayList<>(Collections.nCopies(8, new Cluster(10, 10)));
        clusters.addAll(Collections.nCopies(12, new Cluster(0, 10)));

        Rate repeated = count(clusters).rate();

        assertThat(repeated).isEqualTo(new Rate(80, 200, 20));
        assertThat(repeated.low()).isEqualTo(new Rate(8, 20).low(), within(1e-15));
        assertThat(repeated.high()).isEqualTo(new Rate(8, 20).high(), within(1e-15));
    }

    @Test
    void whereAllSucceedOrNoneClustersMayBeAllAlike() {
        assertThat(count(Collections.nCopies(20, new Cluster(10, 10))).rate()).isEqualTo(new Rate(200, 200, 20));
        assertThat(count(List.of(new Cluster(0, 1), new Cluster(0, 3))).rate()).isEqualTo(new Rate(0, 4, 1.6));
        assertThat(count(List.of(new Cluster(2, 5))).rate()).isEqualTo(new Rate(2, 5, 1));
    }

    @Test
    void clustersAllOfOneShareTellAsMuchAsIndependentTrials() {
        assertThat(count(Collections.nCopies(7, new Cluster(1, 3))).rate()).isEqualTo(new Rate(7, 21));
    }

    /**
     * By hand: 4 of 4, 3 of 4, 1 of 4, 0 of 4; p = 1/2, sum (y - 2)^2 = 10, v = 4/3 * 10 / 256, n* = 1/4 / v = 4.8, times
     * (t_15 / t_3)^2 = (2.13145 / 3.18245)^2 is below the 4 of clusters that are all alike.
     */
    @Test
    void fewClustersAreNoBetterThanTheirNumber() {
        List<Cluster> clusters = List.of(new Cluster(4, 4), new Cluster(3, 4), new Cluster(1, 4), new Cluster(0, 4));

        assertThat(count(clusters).rate()).isEqualTo(new Rate(8, 16, 4));
    }

    /** The same four, 25 times: v = 100/99 * 250 / 1600^2... n* = 1/4 / v * (t_399 / t_99)^2, t_399 = 1.965927, t_99 = 1.984217. */
    @Test
    void theEffectiveNumberIsThatOfRaoAndScottWithKornAndGraubardsFreedom() {
        List<Cluster> clusters = new ArrayList<>();
        for (int k = 0; k < 25; k++) {
            clusters.addAll(List.of(new Cluster(4, 4), new Cluster(3, 4), new Cluster(1, 4), new Cluster(0, 4)));
        }
        double variance = 100.0 / 99 * 250 / 400 / 400;

        assertThat(count(clusters).rate().effective())
                .isEqualTo(.25 / variance * Math.pow(1.965927 / 1.984217, 2), within(.001));
    }

    @Test
    void partsAddUpToTheSameInAnyOrder() {
        SplittableRandom random = new SplittableRandom(4);
        List<Cluster> clusters = new ArrayList<>();
        for (int k = 0; k < 60; k++) {
            int trials = random.nextInt(6);
            clusters.add(new Cluster(random.nextInt(trials + 1), trials));
        }
        ClusteredCount whole = count(clusters);
        Collections.reverse(clusters);
        ClusteredCount parts = new ClusteredCount();
        for (int from = 0; from < 60; from += 7) {
            parts.add(count(clusters.subList(from, Math.min(60, from + 7))));
        }

        assertThat(parts.rate()).isEqualTo(whole.rate());
        assertThat(whole.rate().effective()).isLessThan(whole.rate().trials());
    }

    /** Of 400 samples of 30 images in 20 trials, whose chances are 0, 1/2 or 1 alike: the intervals that miss 1/2. */
    @Test
    void intervalsOfCorrelatedTrialsHoldTheTruthAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(9);
        int missed = 0;
        int missedIfIndependent = 0;
        for (int sample = 0; sample < 400; sample++) {
            List<Cluster> clusters = new ArrayList<>();
            for (int image = 0; image < 30; image++) {
                double chance = random.nextInt(3) / 2.0;
                int y = 0;
                for (int trial = 0; trial < 20; trial++) {
                    y += random.nextDouble() < chance ? 1 : 0;
                }
                clusters.add(new Cluster(y, 20));
            }
            Rate rate = count(clusters).rate();
            missed += misses(rate) ? 1 : 0;
            missedIfIndependent += misses(new Rate(rate.successes(), rate.trials())) ? 1 : 0;
        }

        assertThat(missed).as("5 %% of 400 are 20, give or take 4.4").isBetween(3, 37);
        assertThat(missedIfIndependent).isGreaterThan(150);
    }

    private static boolean misses(Rate rate) {
        return rate.low() > .5 || rate.high() < .5;
    }

    private static ClusteredCount count(List<Cluster> clusters) {
        ClusteredCount count = new ClusteredCount();
        for (Cluster cluster : clusters) {
            count.nextCluster();
            for (int trial = 0; trial < cluster.m(); trial++) {
                count.add(trial < cluster.y());
            }
        }
        return count;
    }
}
