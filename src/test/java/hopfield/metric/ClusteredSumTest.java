package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class ClusteredSumTest {
    @Test
    void clustersOfOneValueHaveTheErrorOfTheSample() {
        long[][] values = {{3}, {5}, {10}, {-2}};

        assertThat(sum(1, values).error().value())
                .isEqualTo(new StandardDeviation().evaluate(new double[] {3, 5, 10, -2}) / 2, within(1e-15));
    }

    @Test
    void valuesThatRepeatEachOtherTellNoMoreThanOne() {
        assertThat(sum(1, new long[][] {{3, 3, 3}, {5, 5, 5}, {10, 10, 10}})
                        .error()
                        .value())
                .isEqualTo(sum(1, new long[][] {{3}, {5}, {10}}).error().value(), within(1e-14));
    }

    /** By hand: n = 5, X = 20, x = 4; sum_c (x_c - 4 m_c)^2 = (9 - 8)^2 + (11 - 12)^2 = 2, v = 2/1 * 2 / 25. */
    @Test
    void clustersMayDifferInSize() {
        assertThat(sum(1, new long[][] {{4, 5}, {1, 2, 8}}).error().value())
                .isEqualTo(Math.sqrt(4 / 25.0), within(1e-15));
    }

    @Test
    void oneClusterHasNoError() {
        assertThat(sum(1, new long[][] {{4, 5}}).error().value()).isNaN();
        assertThat(sum(1, new long[][] {}).error().value()).isNaN();
    }

    @Test
    void aUnitScalesTheError() {
        long[][] values = {{1 << 20, 1 << 29}, {1 << 28, 1 << 30}, {1 << 27, 3}};

        assertThat(sum(0x1p-30, values).error().value())
                .isEqualTo(sum(1, values).error().value() / 0x1p30, within(1e-9));
    }

    @Test
    void partsAddUpToTheSameInAnyOrder() {
        SplittableRandom random = new SplittableRandom(3);
        long[][] values = new long[40][];
        Arrays.setAll(values, c -> random.longs(1 + random.nextInt(4), -50, 50).toArray());
        ClusteredSum parts = new ClusteredSum(1);
        for (int from = 35; from >= 0; from -= 5) {
            parts.add(sum(1, Arrays.copyOfRange(values, from, from + 5)));
        }

        assertThat(parts.error().value()).isEqualTo(sum(1, values).error().value());
        assertThat(parts.sum()).isEqualTo(sum(1, values).sum());
        assertThat(parts.values()).isEqualTo(sum(1, values).values());
    }

    private static ClusteredSum sum(double unit, long[][] values) {
        ClusteredSum sum = new ClusteredSum(unit);
        for (long[] cluster : values) {
            sum.nextCluster();
            Arrays.stream(cluster).forEach(sum::add);
        }
        return sum;
    }
}
