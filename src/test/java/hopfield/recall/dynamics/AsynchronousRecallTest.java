package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.field.FirstFields;
import hopfield.recall.field.LocalFields;
import hopfield.recall.field.NarrowFields;
import hopfield.recall.kernel.onednn.OneDnnFields;
import hopfield.recall.kernel.onednn.OneDnnKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsynchronousRecallTest {
    @ParameterizedTest
    @CsvSource({
        "hebbian, 4, AUTO", "hebbian, 9, AUTO", "centred, 4, AUTO", "centred, 9, AUTO",
        "hebbian, 4, JAVA", "hebbian, 9, JAVA", "centred, 4, JAVA", "centred, 9, JAVA"
    })
    void equalsALiteralRecallToTheLastBitClampedOrNot(Rule rule, int patterns, KernelPolicy kernels) {
        int neurons = 67;
        Memory memory = rule.learn(RandomPatterns.set(RandomPatterns.of(patterns, neurons, 1)), Form.WEIGHTS);

        for (int limit : new int[] {1, 2, 100}) {
            assertRecallsLiterally(memory, cues(300, neurons, 2), kernels, limit);
        }
    }

    /** Ties, halves, and thresholds beyond every field and every integer. */
    @ParameterizedTest
    @CsvSource({"1, AUTO", "40, AUTO", "30000, AUTO", "1000000, AUTO", "1, JAVA", "40, JAVA", "30000, JAVA"})
    void equalsALiteralRecallAtAnyThreshold(int largest, KernelPolicy kernels) {
        int neurons = 30;
        SplittableRandom random = new SplittableRandom(largest);
        double[] threshold = new double[neurons];
        for (int i = 0; i < neurons; i++) {
            threshold[i] = switch (i % 5) {
                case 0 -> 0;
                case 1 -> largest * random.nextInt(-2, 3);
                case 2 -> largest * random.nextInt(-2, 3) + .5;
                case 3 -> random.nextDouble(-largest, largest);
                default -> random.nextBoolean() ? 1e300 : i % 2 == 0 ? -5e9 : Double.NEGATIVE_INFINITY;
            };
        }
        Memory memory = new Memory(Rule.HEBBIAN, 1, symmetric(neurons, largest, random), threshold, .25);

        assertRecallsLiterally(memory, cues(260, neurons, 3), kernels, 100);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "254, 255", "256, 256", "65278, 257", "65280, 513", "4000000, 600", "33000000, 3"})
    void firstFieldsOfABatchAreThoseOfEnteringEachState(int largest, int count) {
        assumeTrue(OneDnnKernel.isAvailable());
        int neurons = 61;
        Weights weights = symmetric(neurons, largest, new SplittableRandom(largest));
        Memory memory = new Memory(Rule.HEBBIAN, 1, weights, new double[neurons], 1);
        NarrowFields batched = (NarrowFields) LocalFields.of(memory);
        LocalFields entered = LocalFields.of(memory);
        List<Cue> cues = cues(count, neurons, 4);
        List<Cue> seen = new ArrayList<>();

        try (FirstFields first = OneDnnFields.of(memory, batched)) {
            first.enterEach(cues, cue -> {
                entered.moveTo(cue.state());
                assertThat(batched.state()).isEqualTo(cue.state());
                for (int i = 0; i < neurons; i++) {
                    assertThat(batched.field(i)).isEqualTo(entered.field(i));
                }
                batched.flip(seen.size() % neurons);
                seen.add(cue);
            });
        }

        assertThat(seen).isEqualTo(cues);
    }

    private static void assertRecallsLiterally(Memory memory, List<Cue> cues, KernelPolicy kernels, int limit) {
        try (Dynamics dynamics = Update.ASYNC.dynamics(memory, kernels, limit)) {
            List<RecallResult> recalled = dynamics.recall(cues);
            for (int c = 0; c < cues.size(); c++) {
                assertThat(recalled.get(c)).isEqualTo(LiteralRecall.asynchronous(memory, cues.get(c), limit));
            }
        }
    }

    /** One in three is clamped, to a random half of its neurons. */
    private static List<Cue> cues(int count, int neurons, int seed) {
        List<Pattern> masks = RandomPatterns.of(count, neurons, seed + 100);
        List<Cue> cues = new ArrayList<>();
        for (Pattern state : RandomPatterns.of(count, neurons, seed)) {
            Optional<Pattern> known = Optional.of(masks.get(cues.size())).filter(mask -> cues.size() % 3 == 0);
            cues.add(new Cue(state, new Seed(cues.size()), known, Optional.empty()));
        }
        return cues;
    }

    /** Even weights up to the largest, with a zero diagonal. */
    private static Weights symmetric(int neurons, int largest, SplittableRandom random) {
        int[][] rows = new int[neurons][neurons];
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = i + j == 1 ? largest : 2 * (random.nextInt(largest + 1) - largest / 2);
                rows[j][i] = rows[i][j];
            }
        }
        return new Weights.Narrow(rows);
    }
}
