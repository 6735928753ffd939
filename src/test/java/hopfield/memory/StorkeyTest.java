package hopfield.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.BadInput;
import hopfield.pattern.PatternSet;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorkeyTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 12})
    void weightsEqualTheLiteralRuleAtEveryLoad(int n) {
        for (int patterns = 1; patterns <= 2 * n; patterns++) {
            for (int seed = 0; seed < 5; seed++) {
                PatternSet stored = RandomPatterns.of(patterns, n, seed);
                double[][] literal = literally(stored);
                double[][] below = Storkey.rows(stored, Storkey.fields(stored), 0, n);
                Memory memory = Rule.STORKEY.learn(stored, Form.WEIGHTS);
                int[][] whole = ((Weights.Narrow) memory.weights()).rows();
                for (int i = 0; i < n; i++) {
                    assertThat(whole[i][i]).isZero();
                    for (int j = 0; j < i; j++) {
                        assertThat(below[i][j]).isEqualTo(literal[i][j], within(1e-12));
                        assertThat(memory.scale() * whole[i][j])
                                .isEqualTo(literal[i][j], within(memory.scale() / 2 + 1e-12));
                        assertThat(whole[j][i]).isEqualTo(whole[i][j]);
                    }
                }
            }
        }
    }

    @Test
    void oneMoreBitOfTheScaleWouldNotFit() {
        for (int seed = 0; seed < 50; seed++) {
            Memory memory = Rule.STORKEY.learn(RandomPatterns.of(5, 40, seed), Form.WEIGHTS);
            long largest = Stream.of(((Weights.Narrow) memory.weights()).rows())
                    .mapToLong(row -> Arrays.stream(row).mapToLong(Math::abs).sum())
                    .max()
                    .orElseThrow();

            assertThat(largest).isBetween(FixedPoint.LARGEST_ROW_SUM / 2 - 80L, (long) FixedPoint.LARGEST_ROW_SUM);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 5", "30, 29", "200, 120"})
    void bothWaysToTheFieldsAgree(int neurons, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, neurons, 3);
        double[][] kept = StorkeyFields.fromWeights(stored);
        double[][] earlier = StorkeyFields.fromEarlierFields(stored);

        for (int mu = 0; mu < patterns; mu++) {
            assertThat(earlier[mu]).containsExactly(kept[mu], within(1e-11));
        }
    }

    @ParameterizedTest
    @CsvSource({"37, 20", "150, 40", "150, 200"})
    void rowsAreTheSameBitsHoweverTheyAreCut(int neurons, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, neurons, 4);
        double[][] fields = Storkey.fields(stored);
        double[][] whole = Storkey.rows(stored, fields, 0, neurons);

        for (int size : new int[] {1, 2, 7, 64, 100}) {
            for (int from = 0; from < neurons; from += size) {
                int until = Math.min(neurons, from + size);
                assertThat(Storkey.rows(stored, fields, from, until))
                        .isDeepEqualTo(Arrays.copyOfRange(whole, from, until));
            }
        }
    }

    @Test
    void soManyPatternsThatWeightsMayNotBeFiniteAreRefused() {
        assertThatThrownBy(() -> Rule.STORKEY.learn(RandomPatterns.of(2000, 4, 1), Form.WEIGHTS))
                .isInstanceOf(BadInput.class)
                .hasMessage("storkey weights of 2000 patterns of 4 neurons may outgrow the numbers that are finite;"
                        + " store at most 1736");
        Rule.STORKEY.requireLearnable(70_000, 784);
    }

    /** The bound of the Frobenius norm, and that patterns of which W grows as fast as it allows are still finite at the limit. */
    @Test
    void weightsStayWithinTheirBoundToTheLastPatternAllowed() {
        PatternSet stored = RandomPatterns.of(1736, 4, 2);

        double[][] rows = Storkey.rows(stored, Storkey.fields(stored), 0, 4);
        double bound = 2 * Math.expm1(1736 * Math.log1p(.5));

        for (double[] row : rows) {
            for (double weight : row) {
                assertThat(Math.abs(weight)).isLessThan(bound);
            }
        }
        assertThat(Storkey.memory(1736, rows).neurons()).isEqualTo(4);
    }

    /** Storkey 1997 as it is written, with two loops over the weights and one over each local field. */
    private static double[][] literally(PatternSet stored) {
        int n = stored.neurons();
        double[][] w = new double[n][n];
        for (int mu = 0; mu < stored.size(); mu++) {
            int[] x = new int[n];
            for (int i = 0; i < n; i++) {
                x[i] = stored.isUp(mu, i) ? 1 : -1;
            }
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double hij = 0;
                    double hji = 0;
                    for (int k = 0; k < n; k++) {
                        hij += k == i || k == j ? 0 : w[i][k] * x[k];
                        hji += k == i || k == j ? 0 : w[j][k] * x[k];
                    }
                    next[i][j] = i == j ? 0 : w[i][j] + (x[i] * x[j] - x[i] * hji - hij * x[j]) / n;
                }
            }
            w = next;
        }
        return w;
    }
}
