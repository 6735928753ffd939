package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.BitColumns;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.field.LaneBounds;
import hopfield.recall.field.LaneFields;
import hopfield.recall.field.LocalFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps from the fields of the state before, four or two fields a word. */
@Tag("numeric")
class IncrementalStepsTest {
    private static final int ENOUGH = 2500;

    @ParameterizedTest
    @CsvSource({"1, 3", "63, 200", "64, 200", "65, 200", "130, 150", "130, 60000", "70, 10000000"})
    void fieldsInLanesAreTheSums(int neurons, int largest) {
        SplittableRandom random = new SplittableRandom(neurons + largest);
        Memory memory = memory(neurons, largest, random);
        LaneFields lanes = LaneFields.of(memory);
        LocalFields sums = LocalFields.of(memory);
        List<Pattern> states = new ArrayList<>(RandomPatterns.of(20, neurons, 3));
        states.add(states.get(19));
        states.add(flipped(states.get(19), neurons - 1));
        states.add(states.get(19).inverse());

        for (Pattern state : states) {
            sums.moveTo(state);
            lanes.moveTo(state);
            assertSame(lanes, sums);
        }
        for (int flip = 0; flip < 5; flip++) {
            int neuron = random.nextInt(neurons);
            sums.flip(neuron);
            lanes.flip(neuron);
            assertSame(lanes, sums);
        }
        for (Pattern state : states) {
            sums.moveTo(state);
            lanes.enter(state, sumsOver(memory, state));
            assertSame(lanes, sums);
        }
    }

    @ParameterizedTest
    @EnumSource
    void recallsThatWanderAreTheLiteralOnes(KernelPolicy kernels) {
        Memory memory = ofRandomPatterns(100, 14);
        List<Cue> cues = new ArrayList<>();
        for (Pattern state : RandomPatterns.of(ENOUGH, 100, 5)) {
            cues.add(new Cue(state, new Seed(1)));
        }
        for (int limit : new int[] {100, 7, 6, 4, 2}) {
            assertLiteral(memory, kernels, cues, limit);
        }
    }

    @Test
    void clampedRecallsThatWanderAreTheLiteralOnes() {
        Memory memory = ofRandomPatterns(100, 14);
        List<Cue> cues = new ArrayList<>();
        for (Pattern state : RandomPatterns.of(ENOUGH, 100, 5)) {
            Pattern few = flipped(new Pattern(100, new long[2]), cues.size() % 100);
            cues.add(new Cue(state, new Seed(1), Optional.of(few), Optional.empty()));
        }
        for (int limit : new int[] {100, 7, 6}) {
            assertLiteral(memory, KernelPolicy.AUTO, cues, limit);
        }
    }

    private static void assertLiteral(Memory memory, KernelPolicy kernels, List<Cue> cues, int limit) {
        try (Dynamics dynamics = new SynchronousDynamics(memory, kernels, limit)) {
            dynamics.recall(cues); // so that near steps are worth while
            List<RecallResult> recalled = dynamics.recall(cues);
            for (int c = 0; c < cues.size(); c++) {
                RecallResult literal = LiteralRecall.of(memory, cues.get(c), limit);
                RecallResult one = recalled.get(c);
                assertThat(new RecallResult(one.state(), one.outcome(), one.steps(), 0))
                        .isEqualTo(literal);
                assertThat(one.energy()).isEqualTo(LiteralRecall.energy(memory, one.state()));
            }
        }
    }

    @Test
    void fieldsWiderThanThirtyTwoBitsHaveNoLanes() {
        int[][] rows = new int[3][3];
        rows[0][1] = rows[1][0] = Integer.MAX_VALUE / 2;
        rows[1][2] = rows[2][1] = Integer.MAX_VALUE / 2 + 1;
        assertThat(LaneBounds.fit(new Memory(Rule.HEBBIAN, 1, new Weights.Narrow(rows), new double[3], 1)))
                .isFalse();
    }

    private static Memory ofRandomPatterns(int neurons, int patterns) {
        return Rule.HEBBIAN.learn(new BitColumns(RandomPatterns.of(patterns, neurons, 2), neurons).whole());
    }

    private static void assertSame(LocalFields lanes, LocalFields sums) {
        int neurons = sums.state().neurons();
        assertThat(IntStream.range(0, neurons).mapToDouble(lanes::field))
                .containsExactly(IntStream.range(0, neurons)
                        .mapToDouble(sums::field)
                        .boxed()
                        .toArray(Double[]::new));
        assertThat(lanes.successor()).isEqualTo(sums.successor());
        assertThat(lanes.interaction()).isEqualTo(sums.interaction());
        assertThat(lanes.energy()).isEqualTo(sums.energy());
    }

    private static Pattern flipped(Pattern state, int neuron) {
        long[] words = state.words().clone();
        words[neuron >> 6] ^= 1L << neuron;
        return new Pattern(state.neurons(), words);
    }

    private static int[] sumsOver(Memory memory, Pattern state) {
        int[][] rows = ((Weights.Narrow) memory.weights()).rows();
        return Arrays.stream(rows)
                .mapToInt(row -> IntStream.range(0, row.length)
                        .map(j -> state.isUp(j) ? row[j] : 0)
                        .sum())
                .toArray();
    }

    /** Random weights; thresholds that fields can meet, lie between, and cannot reach. */
    private static Memory memory(int neurons, int largest, SplittableRandom random) {
        int[][] rows = new int[neurons][neurons];
        double[] threshold = new double[neurons];
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = random.nextInt(-largest, largest + 1);
                rows[j][i] = rows[i][j];
            }
            threshold[i] = switch (i % 6) {
                case 0, 1 -> 0;
                case 2 -> random.nextInt(-largest, largest + 1);
                case 3 -> random.nextInt(-largest, largest + 1) + .5;
                case 4 -> random.nextDouble(-largest, largest);
                default -> random.nextBoolean() ? 1e300 : -5e9;
            };
        }
        return new Memory(Rule.HEBBIAN, 1, new Weights.Narrow(rows), threshold, .25);
    }
}
