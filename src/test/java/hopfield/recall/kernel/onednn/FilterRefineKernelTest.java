package hopfield.recall.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfield.memory.Memory;
import hopfield.memory.OuterProductSums;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.recall.dynamics.KernelSteps;
import hopfield.recall.dynamics.RandomPatterns;
import hopfield.recall.kernel.Int8Planes;
import hopfield.recall.kernel.Kernel;
import hopfield.recall.kernel.QuantizedWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights, fields and thresholds of any width, of which no neuron's sign may be lost in 8-bit products. */
class FilterRefineKernelTest {
    @ParameterizedTest
    @CsvSource({
        "127, x1",
        "129, x2",
        "254, x1",
        "256, x2",
        "32639, x2",
        "32641, x3",
        "65278, x2",
        "65280, x3",
        "2000001, x3",
        "8355713, x4"
    })
    void usesAsManyPlanesAsTheWeightsNeedHalvedForAnEvenNumberOfPatterns(int patterns, String planes) {
        int neurons = 200;
        SplittableRandom random = new SplittableRandom(patterns);
        int[][] products = symmetric(neurons, patterns, () -> patterns - 2 * random.nextInt(patterns + 1));
        Memory memory = Rule.HEBBIAN.learn(new OuterProductSums(patterns, new int[neurons], products));

        assertThat("x" + Int8Planes.count(memory)).isEqualTo(planes);
        try (Kernel kernel = KernelSteps.kernel(memory)) {
            assertThat(kernel.name()).isEqualTo(planes.equals("x1") ? "oneDNN int8" : "oneDNN int8 screen x1");
        }
        KernelSteps.assertExact(memory, 300);
    }

    /** Neuron 0 has fields of 0, 1, 2, 3 and 4 left over from two terms that cancel, up to 2^28, where a float loses 16. */
    @ParameterizedTest
    @ValueSource(ints = {1 << 14, (1 << 24) + 1, (1 << 28) - 1})
    void hugeTermsThatAlmostCancelKeepTheirSign(int huge) {
        int neurons = 70;
        int[][] rows = new int[neurons][neurons];
        int[] first = {0, huge, huge, -1, 1, 1, 1};
        for (int j = 1; j < first.length; j++) {
            rows[0][j] = first[j];
            rows[j][0] = first[j];
        }
        SplittableRandom random = new SplittableRandom(5);
        List<Pattern> states = new ArrayList<>();
        for (int bits = 0; bits < 128; bits++) {
            long[] words = {random.nextLong() & -128L | bits, random.nextLong() & Pattern.lastWordMask(neurons)};
            states.add(new Pattern(neurons, words));
        }

        KernelSteps.assertExact(whole(rows, new double[neurons]), states);
        rows[0][3] = 0;
        rows[3][0] = 0;
        KernelSteps.assertExact(whole(rows, new double[neurons]), states);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000, 1_000_000})
    void fieldsBeyondTheIntegersOfA32BitFloatKeepTheirSign(int largest) {
        int neurons = 1000;
        SplittableRandom random = new SplittableRandom(largest);
        int[][] rows = symmetric(neurons, largest, () -> random.nextInt(-largest, largest + 1));

        KernelSteps.assertExact(whole(rows, new double[neurons]), 100);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 6", "127, 1", "127, 10", "30000, 1", "30000, 4", "500000, 1"})
    void thresholdsAreExactWholeOrNotAndOutOfReach(int largest, int unit) {
        int neurons = 130;
        SplittableRandom random = new SplittableRandom(largest + unit);
        int[][] rows = symmetric(neurons, unit * largest, () -> unit * random.nextInt(-largest, largest + 1));
        double[] threshold = new double[neurons];
        for (int i = 0; i < neurons; i++) {
            double reach = 12.0 * unit * largest;
            threshold[i] = switch (i % 5) {
                case 0 -> 0;
                case 1 -> unit * random.nextInt(-3, 4);
                case 2 -> Math.rint(random.nextDouble(-reach, reach));
                case 3 -> random.nextDouble(-reach, reach);
                default -> random.nextDouble(-1000 * reach, 1000 * reach);
            };
        }

        KernelSteps.assertExact(whole(rows, threshold), 500);
    }

    /** Weights whose fields are beyond 32 bits, and whose first screen leaves most neurons open. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e6, 1e11})
    void screensDecideWeightsOfAnyWidth(double largest) {
        int neurons = 131;
        SplittableRandom random = new SplittableRandom(17);
        double[][] rows = new double[neurons][neurons];
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = Math.rint(
                        random.nextDouble() < .02 ? random.nextDouble(-largest, largest) : random.nextInt(-1, 2));
                rows[j][i] = rows[i][j];
            }
        }
        double[] threshold = new double[neurons];
        Arrays.setAll(threshold, i -> i % 3 == 0 ? 0 : Math.rint(random.nextDouble(-largest, largest)));
        Memory memory = new Memory(Rule.HEBBIAN, 1, new Weights.Wide(rows), threshold, 1);
        assumeTrue(OneDnnKernel.isAvailable());

        KernelSteps.assertExact(FilterRefineKernel.of(memory), memory, RandomPatterns.of(500, neurons, 2));
    }

    @Test
    void memoriesThatWouldNotBeExactDoNotFit() {
        int[][] rows = new int[3][3];
        rows[0][1] = 127;
        rows[0][2] = 1;
        assertThat(OneDnnKernel.fits(whole(rows, new double[3]))).isTrue();
        assertThat(OneDnnKernel.fits(whole(rows, new double[] {Double.NaN, 0, 0})))
                .isFalse();
        assertThat(QuantizedWeights.fits(whole(rows, new double[] {Double.NaN, 0, 0})))
                .isFalse();

        rows[0][1] = 128;
        Memory tooWide = whole(rows, new double[3]);
        assertThat(OneDnnKernel.fits(tooWide)).isFalse();
        assertThat(QuantizedWeights.fits(tooWide)).isTrue();
        assertThatThrownBy(() -> OneDnnKernel.of(tooWide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ask isAvailable() and fits() first");

        rows[0][1] = 1 << 30;
        assertThat(Int8Planes.fit(whole(rows, new double[3]))).isTrue();
        assertThat(Int8Planes.fit(whole(rows, new double[] {1 << 30, 0, 0}))).isFalse();
        rows[0][1] = Integer.MAX_VALUE;
        assertThat(Int8Planes.fit(whole(rows, new double[3]))).isFalse();
        Memory wide = new Memory(Rule.HEBBIAN, 1, new Weights.Wide(new double[3][3]), new double[3], 1);
        assertThat(Int8Planes.fit(wide)).isFalse();
        assertThat(QuantizedWeights.fits(wide)).isTrue();
    }

    /** A matrix that has the largest weight in a corner, and none on the diagonal. */
    private static int[][] symmetric(int neurons, int largest, IntSupplier weight) {
        int[][] rows = new int[neurons][neurons];
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = i + j == 1 ? largest : weight.getAsInt();
                rows[j][i] = rows[i][j];
            }
        }
        return rows;
    }

    private static Memory whole(int[][] rows, double[] threshold) {
        return new Memory(Rule.HEBBIAN, 1, new Weights.Narrow(rows), threshold, 1);
    }
}
