package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.memory.BitColumns;
import hopfield.memory.BlockGrid;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.OuterProductSums;
import hopfield.memory.ProductRows;
import hopfield.memory.ProductTotals;
import hopfield.memory.Rule;
import hopfield.noise.Flip;
import hopfield.noise.GaussianAnalog;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("numeric")
class DistributedDynamicsTest {
    /** A network whose sums are spread: its rows, cut by blocks of a side. */
    private record Spread(Memory memory, List<ProductRows> rows) {
        static Spread of(CovarianceRule rule, PatternSet stored, int side) {
            BlockGrid grid = new BlockGrid(stored.neurons(), side);
            BitColumns columns = new BitColumns(patterns(stored), stored.neurons());
            Map<Integer, List<ProductRows>> parts = IntStream.range(0, grid.blocks())
                    .boxed()
                    .flatMap(block -> ProductRows.of(
                            stored.size(), columns.products(grid, grid.place(block)), grid, grid.place(block)))
                    .collect(Collectors.groupingBy(ProductRows::firstRow));
            List<ProductRows> rows =
                    parts.values().stream().map(ProductRows::join).toList();
            int[] sum = OuterProductSums.of(stored).sum();
            long[] productsTimesSum = new long[sum.length];
            for (ProductRows part : rows) {
                long[] product = part.times(sum);
                System.arraycopy(product, 0, productsTimesSum, part.firstRow(), product.length);
            }
            return new Spread(rule.learnInPlace(new ProductTotals(stored.size(), sum, productsTimesSum)), rows);
        }

        DistributedDynamics dynamics(int maxSteps, int atOnce) {
            DistributedSigns signs = new DistributedSigns(memory);
            return new DistributedDynamics(memory, signs, maxSteps, atOnce, states -> rows.stream()
                    .map(part -> new RowsStep(part, signs, states).successors())
                    .toList());
        }
    }

    /** N, P, block side: ragged, of one neuron, of one block, even and odd loads, beyond one tile of rows and one batch of states. */
    static List<int[]> sizes() {
        return List.of(
                new int[] {1, 3, 1},
                new int[] {9, 4, 4},
                new int[] {64, 9, 64},
                new int[] {65, 40, 7},
                new int[] {130, 31, 50},
                new int[] {200, 300, 33},
                new int[] {600, 90, 290});
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyRecallEndsAsWithTheDenseWeights(int[] size) {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(size[1], size[0], 5));
        for (CovarianceRule rule : List.of(Rule.HEBBIAN, Rule.CENTRED)) {
            Memory dense = rule.learn(stored, Form.WEIGHTS);
            Spread spread = Spread.of(rule, stored, size[2]);
            assertThat(spread.memory().threshold()).containsExactly(dense.threshold());
            assertThat(spread.memory().scale()).isEqualTo(dense.scale());
            for (boolean clamped : new boolean[] {false, true}) {
                List<Cue> cues = cues(stored, 40, clamped);
                for (int maxSteps : new int[] {1, 2, 3, 20}) {
                    List<RecallResult> expected = recalled(dense, cues, maxSteps);
                    for (int atOnce : new int[] {1, 7, 1000}) {
                        assertThat(spread.dynamics(maxSteps, atOnce).recall(cues))
                                .as("%s, clamped %s, %d steps, %d at once", rule.label(), clamped, maxSteps, atOnce)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void everyOutcomeIsMet() {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(31, 130, 5));
        List<Cue> cues = cues(stored, 70, false);

        assertThat(Spread.of(Rule.HEBBIAN, stored, 50).dynamics(6, 10).recall(cues))
                .extracting(RecallResult::outcome)
                .contains(Outcome.FIXED_POINT, Outcome.CYCLE, Outcome.STEP_LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"65535", "65536", "40000", "40001"})
    void sumsOfManyPatternsAreExactInSixteenBitsAndBeyond(int patterns) {
        int neurons = 5;
        Pattern up = Pattern.of(true, true, true, true, true);
        Pattern half = Pattern.of(true, true, false, false, true);
        List<Pattern> all = new ArrayList<>(Collections.nCopies(patterns - 1, up));
        all.add(half);
        PatternSet stored = RandomPatterns.set(all);
        Spread spread = Spread.of(Rule.HEBBIAN, stored, 2);
        OuterProductSums expected = OuterProductSums.of(stored);

        int[] entry = new int[1];
        for (ProductRows rows : spread.rows()) {
            for (int i = 0; i < rows.rows(); i++) {
                for (int j = 0; j < neurons; j++) {
                    rows.copy(j, i, entry);
                    assertThat(entry[0]).isEqualTo(expected.products()[rows.firstRow() + i][j]);
                }
            }
        }
        assertThat(ProductRows.entryBytes(patterns)).isEqualTo(patterns <= 65_535 ? 2 : 4);
    }

    @Test
    void sumsBeyondThirtyTwoBitsAreExact() {
        int neurons = 40;
        int patterns = 1 << 26;
        int[] block = new int[neurons * neurons];
        Arrays.fill(block, patterns);
        BlockGrid grid = new BlockGrid(neurons, neurons);
        ProductRows rows =
                ProductRows.of(patterns, block, grid, grid.place(0)).toList().get(0);
        Memory memory = Rule.HEBBIAN.learnInPlace(new ProductTotals(patterns, new int[neurons], new long[neurons]));
        DistributedSigns signs = new DistributedSigns(memory);
        Pattern allUp = new Pattern(neurons, new long[] {Pattern.lastWordMask(neurons)});

        Successors next = new RowsStep(rows, signs, States.of(List.of(allUp), neurons, signs)).successors();

        assertThat(next.bits()).containsExactly(allUp.words());
        assertThat(next.interactions()).containsExactly((long) neurons * neurons * patterns);
    }

    @Test
    void aStateThatManyRecallsStandInIsSteppedOnce() {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(3, 100, 1));
        Spread spread = Spread.of(Rule.HEBBIAN, stored, 30);
        DistributedSigns signs = new DistributedSigns(spread.memory());
        AtomicInteger stepped = new AtomicInteger();
        List<Cue> same = Collections.nCopies(50, new Cue(stored.pattern(0), new Seed(1)));

        new DistributedDynamics(spread.memory(), signs, 100, 50, states -> {
                    stepped.addAndGet(states.count());
                    return spread.rows().stream()
                            .map(part -> new RowsStep(part, signs, states).successors())
                            .toList();
                })
                .recall(same);

        assertThat(stepped).hasValue(1);
    }

    @Test
    void noneIsBegunBesideOthersWhileThereIsNoRoom() {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(31, 130, 5));
        Spread spread = Spread.of(Rule.HEBBIAN, stored, 50);
        List<Cue> cues = cues(stored, 40, false);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        List<Integer> underWay = new ArrayList<>();
        List<RecallResult> ends = new ArrayList<>();

        spread.dynamics(100, 10)
                .recall(
                        cues.iterator(),
                        cue -> {
                            underWay.add(begun.incrementAndGet() - ended.get());
                            return cue;
                        },
                        (cue, end) -> {
                            ended.incrementAndGet();
                            ends.add(end);
                        },
                        () -> ended.get() >= 20);

        assertThat(underWay).hasSize(40).contains(10).endsWith(1, 1, 1);
        assertThat(ends)
                .containsExactlyInAnyOrderElementsOf(spread.dynamics(100, 10).recall(cues));
    }

    @Test
    void rowsWithAColumnMissingAreRefused() {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(3, 10, 1));
        BlockGrid grid = new BlockGrid(10, 4);
        BitColumns columns = new BitColumns(patterns(stored), 10);
        List<ProductRows> parts = List.of(0, 2).stream()
                .map(block -> ProductRows.of(3, columns.products(grid, grid.place(block)), grid, grid.place(block))
                        .toList()
                        .get(0))
                .toList();

        assertThatThrownBy(() -> ProductRows.join(parts))
                .hasMessage("rows 0 from column 8 do not continue rows 0 until column 4");
    }

    @Test
    void anAnalogCueIsRefused() {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(3, 10, 1));
        Spread spread = Spread.of(Rule.HEBBIAN, stored, 4);
        Cue cue = new Cue(
                stored.pattern(0),
                new Seed(1),
                Optional.empty(),
                new GaussianAnalog(1)
                        .cue(stored.pattern(0), new Shape(10, 1), new Seed(1), 0, 0)
                        .analog());

        assertThatThrownBy(() -> spread.dynamics(10, 10).recall(List.of(cue)))
                .hasMessage("an analog cue does not travel to weights in place");
    }

    private static List<RecallResult> recalled(Memory memory, List<Cue> cues, int maxSteps) {
        try (Dynamics dynamics = Update.SYNC.dynamics(memory, KernelPolicy.JAVA, maxSteps)) {
            return dynamics.recall(cues);
        }
    }

    /** Noisy stored patterns, random states, and their inverses; of even sizes many fields are ties. */
    private static List<Cue> cues(PatternSet stored, int count, boolean clamped) {
        int neurons = stored.neurons();
        PatternSet random = RandomPatterns.set(RandomPatterns.of(count, neurons, 9));
        PatternSet known = RandomPatterns.set(RandomPatterns.of(count, neurons, 10));
        List<Cue> cues = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Pattern state = k % 2 == 0
                    ? random.pattern(k)
                    : new Flip(.2)
                            .cue(stored.pattern(k % stored.size()), new Shape(neurons, 1), new Seed(3), k, 0)
                            .state();
            cues.add(new Cue(
                    k % 5 == 4 ? cues.get(k - 1).state().inverse() : state,
                    new Seed(k),
                    clamped && k % 3 != 0 ? Optional.of(known.pattern(k)) : Optional.empty(),
                    Optional.empty()));
        }
        return cues;
    }

    private static List<Pattern> patterns(PatternSet stored) {
        return IntStream.range(0, stored.size()).mapToObj(stored::pattern).toList();
    }
}
