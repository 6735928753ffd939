package hopfield.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
    /** What regularisation and rounding may move a weight by here: lambda is below 3e-4, the least eigenvalues are above 1. */
    private static final double CLOSE = 1e-4;

    @ParameterizedTest
    @CsvSource({"12, 1", "40, 3", "40, 20", "40, 21", "40, 30", "65, 32", "200, 40", "200, 140"})
    void weightsProjectOntoTheSpanOfThePatterns(int neurons, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, neurons, neurons + patterns);

        assertThatWeightsAre(projector(stored), Rule.PROJECTION.learn(stored, Form.WEIGHTS));
    }

    @ParameterizedTest
    @CsvSource({"40, 6", "40, 15", "30, 60"})
    void dependentPatternsAreProjectedOntoTheirSpan(int neurons, int patterns) {
        PatternSet some = RandomPatterns.of(patterns, neurons, 7);
        List<Pattern> twice = new ArrayList<>();
        for (int mu = 0; mu < patterns; mu++) {
            twice.add(some.pattern(mu / 2));
            twice.add(mu % 3 == 0 ? some.pattern(mu / 2).inverse() : some.pattern(mu / 2));
        }
        PatternSet stored = RandomPatterns.set(twice.subList(0, patterns));

        assertThatWeightsAre(projector(stored), Rule.PROJECTION.learn(stored, Form.WEIGHTS));
    }

    @ParameterizedTest
    @CsvSource({"64, 32", "784, 1", "784, 10", "784, 392", "1000, 120"})
    void rowsFitThirtyOneBitsWithTheirDiagonal(int neurons, int patterns) {
        PatternSet stored = RandomPatterns.of(patterns, neurons, 9);
        int[][] rows = rows(Rule.PROJECTION.learn(stored, Form.WEIGHTS));
        Weights dual = Rule.PROJECTION.learn(stored, Form.PATTERNS).weights();
        long[] diagonal = ((Weights.Projector) dual).diagonal();

        for (int i = 0; i < neurons; i++) {
            long sum = Arrays.stream(rows[i]).mapToLong(Math::abs).sum();
            assertThat(sum + diagonal[i]).isLessThanOrEqualTo(FixedPoint.LARGEST_ROW_SUM);
            assertThat(diagonal[i]).isPositive();
        }
    }

    @Test
    void theFormsDependOnLoadAndNeuronsAlone() {
        assertThat(Rule.PROJECTION.forms(392, 784)).containsExactlyInAnyOrder(Form.values());
        assertThat(Rule.PROJECTION.forms(393, 784)).containsExactly(Form.WEIGHTS);
        assertThat(Rule.PROJECTION.forms(70_000, 784)).containsExactly(Form.WEIGHTS);
        assertThat(Rule.PROJECTION.forms(230, 10_000)).containsExactlyInAnyOrder(Form.values());
        assertThat(Rule.PROJECTION.forms(231, 10_000)).containsExactly(Form.PATTERNS);
        assertThat(Rule.PROJECTION.forms(5000, 10_000)).containsExactly(Form.PATTERNS);
        assertThat(Rule.PROJECTION.forms(5001, 10_000)).containsExactly(Form.WEIGHTS);
    }

    @Test
    void sumsOfFewPatternsAreRefusedAsTheirGramMatrixIsExacter() {
        OuterProductSums sums = OuterProductSums.of(RandomPatterns.of(4, 20, 1));

        assertThatThrownBy(() -> Rule.PROJECTION.learn(sums))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4 patterns of 20 neurons are projected by their Gram matrix");
    }

    /** V V^T over the singular values of X that are not zero. */
    private static RealMatrix projector(PatternSet stored) {
        double[][] x = new double[stored.size()][stored.neurons()];
        for (int mu = 0; mu < x.length; mu++) {
            for (int i = 0; i < x[mu].length; i++) {
                x[mu][i] = stored.isUp(mu, i) ? 1 : -1;
            }
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(MatrixUtils.createRealMatrix(x));
        RealMatrix v = svd.getV().getSubMatrix(0, stored.neurons() - 1, 0, svd.getRank() - 1);
        return v.multiply(v.transpose());
    }

    private static void assertThatWeightsAre(RealMatrix projector, Memory memory) {
        int[][] rows = rows(memory);
        double furthest = 0;
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i][i]).isZero();
            for (int j = 0; j < i; j++) {
                furthest = Math.max(furthest, Math.abs(memory.scale() * rows[i][j] - projector.getEntry(i, j)));
                assertThat(rows[j][i]).isEqualTo(rows[i][j]);
            }
        }
        assertThat(furthest).isLessThan(CLOSE);
    }

    private static int[][] rows(Memory memory) {
        return ((Weights.Narrow) memory.weights()).rows();
    }
}
