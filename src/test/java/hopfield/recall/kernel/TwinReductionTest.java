package hopfield.recall.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.RandomPatterns;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.field.LocalFields;
import hopfield.recall.kernel.onednn.FilterRefineKernel;
import hopfield.recall.kernel.onednn.OneDnnKernel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwinReductionTest {
    @Test
    void pixelsThatNoPictureUsesAreTwins() {
        PatternSet stored = withBlank(9, 200, 70);

        Twins twins = Twins.of(Rule.HEBBIAN.learn(stored, Form.WEIGHTS));

        assertThat(twins.count()).isEqualTo(blank(200, 70));
        assertThat(IntStream.range(0, 200).filter(twins::contains).toArray())
                .isEqualTo(IntStream.range(0, 200).filter(i -> isBlank(i, 70)).toArray());
        assertThat(twins.weight()).isEqualTo(9);
    }

    @Test
    void neuronsOfRandomPatternsStandAlone() {
        Memory memory = Rule.HEBBIAN.learn(RandomPatterns.of(20, 300, 1), Form.WEIGHTS);

        assertThat(Twins.of(memory).count()).isZero();
        assertThat(TwinReduction.of(memory).entries()).isEqualTo(300);
    }

    @Test
    void neuronsOfOneRowSumAreNoTwinsWhereOneWeightDiffers() {
        int[][] rows = ring(100);
        assertThat(Twins.of(memory(rows, 0)).count())
                .as("a ring has equal sums")
                .isZero();

        int[][] equal = IntStream.range(0, 100)
                .mapToObj(i -> IntStream.range(0, 100).map(j -> i == j ? 0 : 3).toArray())
                .toArray(int[][]::new);
        assertThat(Twins.of(memory(equal, 0)).count()).isEqualTo(100);
        equal[0][1] = 4;
        equal[1][0] = 4;
        assertThat(Twins.of(memory(equal, 0)).count()).isEqualTo(98);
    }

    @Test
    void fewerTwinsThanPayAreNone() {
        for (int neurons : new int[] {1, 2, 31, 32, 33}) {
            int[][] rows = IntStream.range(0, neurons)
                    .mapToObj(i ->
                            IntStream.range(0, neurons).map(j -> i == j ? 0 : 3).toArray())
                    .toArray(int[][]::new);
            assertThat(Twins.of(memory(rows, 0)).count()).isEqualTo(neurons < 32 ? 0 : neurons);
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 33", "65, 40", "200, 70", "784, 300", "784, 600", "700, 699", "1100, 1100"})
    void foldedStatesComeBackWithTwinsAsTheirTwoEntriesSay(int neurons, int blankUpTo) {
        Memory memory = Rule.HEBBIAN.learn(withBlank(9, neurons, blankUpTo), Form.WEIGHTS);
        TwinReduction reduction = TwinReduction.of(memory);
        ReducedBytes reduced = new ReducedBytes(reduction);
        int words = Pattern.wordsFor(neurons);
        Pattern state = RandomPatterns.of(1, neurons, 5).pattern(0);
        byte[] bytes = new byte[reduction.entries() + 2 * Long.BYTES];

        reduced.unpack(state.words(), 0, bytes, 3);

        int up = 0;
        for (int e = 0; e < reduction.entries(); e++) {
            up += e == reduction.alone().length + 1 ? 0 : bytes[3 + e] & 0xff;
        }
        assertThat(up).as("every neuron that is up is counted once").isEqualTo(state.foreground());
        for (int down = 0; down <= 1; down++) {
            for (int high = 0; high <= 1; high++) {
                bytes[3 + reduction.alone().length] = (byte) down;
                bytes[4 + reduction.alone().length] = (byte) high;
                long[] back = new long[words];
                reduced.pack(bytes, 3, state.words(), back, 0);
                Pattern next = new Pattern(neurons, back);
                for (int i = 0; i < neurons; i++) {
                    boolean expected =
                            !reduction.twins().contains(i) ? state.isUp(i) : state.isUp(i) ? high == 1 : down == 1;
                    assertThat(next.isUp(i)).as("neuron %d", i).isEqualTo(expected);
                }
            }
        }
    }

    /** Thresholds of twins below, between and above what their fields can be, ties included; weights of their own from -2 to 2. */
    @ParameterizedTest
    @ValueSource(doubles = {-1e9, -70, -3, -1, -.5, 0, 1e-20, .5, 1, 2, 69.5, 70, 1e9})
    void twinsStepAsTheirOwnFieldsSay(double threshold) {
        assumeTrue(OneDnnKernel.isAvailable());
        int neurons = 130;
        for (int own = -2; own <= 2; own++) {
            int[][] rows = new int[neurons][neurons];
            SplittableRandom random = new SplittableRandom(own);
            for (int i = 0; i < 30; i++) {
                int toTwins = random.nextInt(-1, 2);
                for (int j = i + 1; j < neurons; j++) {
                    rows[i][j] = j < 30 ? random.nextInt(-5, 6) : toTwins;
                    rows[j][i] = rows[i][j];
                }
            }
            for (int i = 30; i < neurons; i++) {
                for (int j = 30; j < neurons; j++) {
                    rows[i][j] = i == j ? 0 : own;
                }
            }
            Memory memory = memory(rows, threshold);
            assertThat(Twins.of(memory).count()).isEqualTo(100);
            PatternSet states = statesWithFewAndManyUp(neurons);
            assertSteps(OneDnnKernel.of(memory), memory, states);
            assertSteps(FilterRefineKernel.of(memory), memory, states);
        }
    }

    private static void assertSteps(Kernel kernel, Memory memory, PatternSet states) {
        int words = Pattern.wordsFor(memory.neurons());
        long[] packed = IntStream.range(0, states.size())
                .mapToObj(p -> states.pattern(p).words())
                .flatMapToLong(Arrays::stream)
                .toArray();
        long[] next = new long[packed.length];
        try (kernel) {
            kernel.step(packed, states.size(), next);
        }
        LocalFields fields = LocalFields.of(memory);
        for (int p = 0; p < states.size(); p++) {
            fields.moveTo(states.pattern(p));
            assertThat(Arrays.copyOfRange(next, p * words, (p + 1) * words))
                    .as("state %d by %s", p, kernel.name())
                    .isEqualTo(fields.successor().words());
        }
    }

    private static PatternSet statesWithFewAndManyUp(int neurons) {
        SplittableRandom random = new SplittableRandom(9);
        Pattern[] states = new Pattern[200];
        Arrays.setAll(states, p -> {
            boolean[] up = new boolean[neurons];
            double share = random.nextDouble();
            for (int i = 0; i < neurons; i++) {
                up[i] = random.nextDouble() < share;
            }
            return Pattern.of(up);
        });
        return new PatternSet(IntStream.range(0, states.length).toArray(), Arrays.asList(states));
    }

    /** Random patterns that are down at every neuron below a bound but every seventh, which random patterns of any size have few like. */
    private static PatternSet withBlank(int patterns, int neurons, int upTo) {
        PatternSet random = RandomPatterns.of(patterns, neurons, 3);
        Pattern[] blanked = new Pattern[patterns];
        for (int p = 0; p < patterns; p++) {
            boolean[] up = new boolean[neurons];
            for (int i = 0; i < neurons; i++) {
                up[i] = !isBlank(i, upTo) && random.pattern(p).isUp(i);
            }
            blanked[p] = Pattern.of(up);
        }
        return new PatternSet(IntStream.range(0, patterns).toArray(), Arrays.asList(blanked));
    }

    private static boolean isBlank(int neuron, int upTo) {
        return neuron < upTo && neuron % 7 != 0;
    }

    private static int blank(int neurons, int upTo) {
        return (int) IntStream.range(0, neurons).filter(i -> isBlank(i, upTo)).count();
    }

    private static int[][] ring(int neurons) {
        int[][] rows = new int[neurons][neurons];
        for (int i = 0; i < neurons; i++) {
            int next = (i + 1) % neurons;
            rows[i][next] = 1;
            rows[next][i] = 1;
        }
        return rows;
    }

    private static Memory memory(int[][] rows, double threshold) {
        double[] thresholds = new double[rows.length];
        Arrays.fill(thresholds, threshold);
        return new Memory(Rule.HEBBIAN, 1, new Weights.Narrow(rows), thresholds, 1);
    }
}
