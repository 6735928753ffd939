package hopfield.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.noise.Flip;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearTwinsTest {
    /** From here on, neurons are up in half of all pictures. */
    private static final int EDGE = 140;

    @ParameterizedTest
    @CsvSource({"40, 0", "40, .5", "60, 0", "60, 40", "61, 0", "61, -7.5", "1001, 0", "1001, 300", "1001, -2e9"})
    void theSumOfAllDecidesAsTheFieldOfEachDoes(int pictures, double threshold) {
        Memory memory = memory(pictures, 250, threshold);
        NearTwins near = NearTwins.of(memory, Twins.of(memory)).orElseThrow();
        List<Pattern> states = states(pictures(pictures, 250));
        long[] packed = KernelSteps.packed(states);
        long[] successors = KernelSteps.expected(memory, states);
        int[] signs = new int[3];

        for (int s = 0; s < states.size(); s++) {
            int sign = near.sign(packed, s * 4);
            signs[sign + 1]++;
            Pattern successor = new Pattern(250, Arrays.copyOfRange(successors, s * 4, (s + 1) * 4));
            for (int i = 0; sign != 0 && i < 250; i++) {
                if (near.contains(i)) {
                    assertThat(successor.isUp(i))
                            .as("neuron %d of state %d", i, s)
                            .isEqualTo(sign > 0);
                }
            }
        }
        assertThat(signs[0] + signs[2]).as("decided").isPositive();
        assertThat(signs[1] > 0).as("open").isEqualTo(Math.abs(threshold) < 1e9);
    }

    @ParameterizedTest
    @CsvSource({"40, 0", "60, 0", "60, 40", "61, -7.5", "300, 0", "1001, 0", "1001, 300", "40000, 0"})
    void statesOfEveryKindStepAsTheirFieldsSay(int pictures, double threshold) {
        assumeTrue(OneDnnKernel.isAvailable());
        Memory memory = memory(pictures, 250, threshold);
        KernelSteps.assertExact(KernelSteps.kernel(memory), memory, states(pictures(Math.min(pictures, 200), 250)));
        try (Kernel kernel = Kernels.ONEDNN.of(memory)) {
            assertThat(kernel).isInstanceOf(NearTwinsKernel.class);
        }
    }

    @Test
    void thresholdsOfTheirOwnAreKept() {
        assumeTrue(OneDnnKernel.isAvailable());
        SplittableRandom random = new SplittableRandom(3);
        double[] thresholds = random.doubles(250, -200, 200).toArray();
        Weights weights = memory(60, 250, 0).weights();
        Memory memory = new Memory(Rule.HEBBIAN, 60, weights, thresholds, 1);
        assertThat(NearTwins.of(memory, Twins.of(memory))).isPresent();
        KernelSteps.assertExact(KernelSteps.kernel(memory), memory, states(pictures(60, 250)));
    }

    @Test
    void neuronsOfRandomPatternsAreNotNear() {
        Memory random = Rule.HEBBIAN.learn(hopfield.memory.RandomPatterns.of(20, 300, 1), Form.WEIGHTS);
        assertThat(NearTwins.of(random, Twins.of(random))).isEmpty();
    }

    @Test
    void neuronsThatAreAllAlikeLeaveNoneToStepApart() {
        int[][] rows = new int[100][100];
        for (int i = 0; i < 100; i++) {
            Arrays.fill(rows[i], 3);
            rows[i][i] = 0;
        }
        Memory alike = new Memory(Rule.HEBBIAN, 1, new Weights.Narrow(rows), new double[100], 1);
        assertThat(NearTwins.of(alike, Twins.of(alike))).isEmpty();
    }

    private static Memory memory(int pictures, int neurons, double threshold) {
        Memory memory = Rule.HEBBIAN.learn(pictures(pictures, neurons), Form.WEIGHTS);
        double[] thresholds = new double[neurons];
        Arrays.fill(thresholds, threshold);
        return new Memory(Rule.HEBBIAN, pictures, memory.weights(), thresholds, 1);
    }

    /** Pictures whose neurons at the edge are up once in fifty, and so are no twins, but near ones. */
    private static PatternSet pictures(int count, int neurons) {
        SplittableRandom random = new SplittableRandom(11);
        List<Pattern> pictures = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            boolean[] up = new boolean[neurons];
            for (int i = 0; i < neurons; i++) {
                up[i] = random.nextDouble() < (i < EDGE ? .02 : .5);
            }
            pictures.add(Pattern.of(up));
        }
        return new PatternSet(IntStream.range(0, count).toArray(), pictures);
    }

    /** The pictures, and what flips of each of many levels make of them, so that all near twins, some or none are down. */
    private static List<Pattern> states(PatternSet pictures) {
        List<Pattern> states = new ArrayList<>();
        for (int p = 0; p < Math.min(100, pictures.size()); p++) {
            for (double level : new double[] {0, .1, .3, .45, .5, .55, .9, 1}) {
                Pattern state = pictures.pattern(p);
                Seed seed = new Seed(p).at("level " + level);
                states.add(new Flip(level)
                        .corrupt(state, new Shape(1, state.neurons()), seed)
                        .state());
            }
        }
        return states;
    }
}
