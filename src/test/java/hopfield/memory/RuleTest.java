package hopfield.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.BadInput;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
    @Test
    void hebbianWeightsByHand() {
        Memory memory = learn(Rule.HEBBIAN, List.of(Pattern.of(true, true, false), Pattern.of(true, false, false)));

        assertThat(((Weights.Narrow) memory.weights()).rows())
                .isDeepEqualTo(new int[][] {{0, 0, -2}, {0, 0, 0}, {-2, 0, 0}});
        assertThat(memory.threshold()).containsExactly(0, 0, 0);
        assertThat(memory.scale()).isEqualTo(1.0 / 3);
    }

    /** Two patterns that share neurons 0 and 2: mean (1, 0, -1), d = (0, +-1, 0), v = 1, so W = 0 and h = mean. */
    @Test
    void centredFieldOfSharedNeuronsIsTheirMeanByHand() {
        Memory memory = learn(Rule.CENTRED, List.of(Pattern.of(true, true, false), Pattern.of(true, false, false)));

        assertThat(fields(memory, new int[] {-1, 1, 1})).containsExactly(1, 0, -1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 40, 101, 6001})
    void centredFieldsEqualTheTextbookFormula(int patterns) {
        int n = 37;
        SplittableRandom random = new SplittableRandom(patterns);
        List<Pattern> stored = similarPatterns(patterns, n, random);
        Memory memory = learn(Rule.CENTRED, stored);

        for (int trial = 0; trial < 20; trial++) {
            int[] state = random.ints(n, 0, 2).map(bit -> 2 * bit - 1).toArray();
            double[] expected = textbookCentredFields(stored, state);
            assertThat(fields(memory, state)).containsExactly(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 40, 101})
    void theDualFormHasTheSameThresholdsAndScale(int patterns) {
        List<Pattern> stored = similarPatterns(patterns, 37, new SplittableRandom(patterns));
        PatternSet set = new PatternSet(IntStream.range(0, patterns).toArray(), stored);

        for (OuterProductRule rule : List.of(Rule.HEBBIAN, Rule.CENTRED)) {
            Memory dual = rule.learn(set, Form.PATTERNS);
            Memory built = learn(rule, stored);
            assertThat(dual.threshold()).containsExactly(built.threshold());
            assertThat(dual.scale()).isEqualTo(built.scale());
            assertThat(dual.patterns()).isEqualTo(patterns);
        }
    }

    @Test
    void oneStoredPatternIsItsOwnCentredField() {
        Memory memory = learn(Rule.CENTRED, List.of(Pattern.of(true, false, true)));

        assertThat(fields(memory, new int[] {-1, 1, -1})).containsExactly(1, -1, 1);
    }

    @Test
    void weightsWhoseFieldsOutgrow32BitsAreHeldWide() {
        int n = 64;
        int[] sum = new int[n];
        int[][] products = new int[n][n];
        int patterns = 100_000_000;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                products[i][j] = patterns;
            }
        }

        Memory memory = Rule.HEBBIAN.learn(new OuterProductSums(patterns, sum, products));

        assertThat(memory.weights()).isInstanceOfSatisfying(Weights.Wide.class, wide -> assertThat(wide.rows()[1][0])
                .isEqualTo(patterns));
    }

    /** D / 4 = P^2 / 4 - S^2 / 4 is 10^18 - 1 here, just below 2^60: seven bits too many. */
    @Test
    void centredFieldsThatNoDoubleHoldsAreRoundedToFewerBits() {
        int patterns = 2_000_000_000;
        int[][] products = {{patterns, patterns}, {patterns, patterns}};
        int[] sum = {2, 2};

        Memory memory = Rule.CENTRED.learn(new OuterProductSums(patterns, sum, products));

        double weight = ((Weights.Wide) memory.weights()).rows()[1][0];
        double exact = 1e18 - 1;
        assertThat(weight).isEqualTo(Math.rint(weight)).isBetween(0x1p51, 0x1p53);
        double unit = Math.scalb(1, Math.getExponent(exact) - Math.getExponent(weight));
        assertThat(weight * unit).isCloseTo(exact, within(unit));
        double variance = 2.0 * patterns * patterns - 8;
        assertThat(memory.scale()).isEqualTo(4.0 * patterns / variance * unit, within(1e-20));
    }

    @Test
    void centredSumsThatMayExceed64BitsAreRefused() {
        assertThatThrownBy(() -> Rule.CENTRED.requireLearnable(120_000_000, 784))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "centred sums of 120000000 patterns of 784 neurons may exceed 64 bits; store at most 108464303");
        Rule.CENTRED.requireLearnable(108_464_303, 784);
    }

    /** With one, a rule's class and the constants of this interface would wait for each other in two threads. */
    @Test
    void rulesHaveNoDefaultMethod() {
        for (Class<?> type : List.of(Rule.class, OuterProductRule.class, CovarianceRule.class)) {
            assertThat(type.getMethods()).noneMatch(Method::isDefault);
        }
    }

    private static Memory learn(OuterProductRule rule, List<Pattern> patterns) {
        return rule.learn(new BitColumns(patterns, patterns.get(0).neurons()).whole());
    }

    /** Patterns that agree with one another on most neurons, as pictures do. */
    private static List<Pattern> similarPatterns(int patterns, int n, SplittableRandom random) {
        List<Pattern> stored = new ArrayList<>();
        for (int p = 0; p < patterns; p++) {
            boolean[] up = new boolean[n];
            for (int i = 0; i < n; i++) {
                up[i] = random.nextInt(n) < i;
            }
            stored.add(Pattern.of(up));
        }
        return stored;
    }

    private static double[] textbookCentredFields(List<Pattern> stored, int[] state) {
        int n = state.length;
        double[] mean = new double[n];
        for (Pattern x : stored) {
            for (int i = 0; i < n; i++) {
                mean[i] += (x.isUp(i) ? 1.0 : -1.0) / stored.size();
            }
        }
        double[][] weights = new double[n][n];
        double variance = 0;
        for (Pattern x : stored) {
            for (int i = 0; i < n; i++) {
                double di = (x.isUp(i) ? 1 : -1) - mean[i];
                variance += di * di / stored.size();
                for (int j = 0; j < n; j++) {
                    weights[i][j] += i == j ? 0 : di * ((x.isUp(j) ? 1 : -1) - mean[j]);
                }
            }
        }
        double[] fields = mean.clone();
        for (int i = 0; i < n && variance > 1e-9; i++) {
            for (int j = 0; j < n; j++) {
                fields[i] += weights[i][j] / variance * (state[j] - mean[j]);
            }
        }
        return fields;
    }

    private static double[] fields(Memory memory, int[] state) {
        double[] fields = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            double field = -memory.threshold()[i];
            for (int j = 0; j < state.length; j++) {
                field += ((Weights.Narrow) memory.weights()).rows()[i][j] * state[j];
            }
            fields[i] = memory.scale() * field;
        }
        return fields;
    }
}
