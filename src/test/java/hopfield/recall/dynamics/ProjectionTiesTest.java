package hopfield.recall.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.RandomPatterns;
import hopfield.memory.Rule;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The projection rule in fractions, which has fields of exactly 0 that its regularised weights, rounded, do not. */
class ProjectionTiesTest {
    private static final int NEURONS = 12;
    private static final int PATTERNS = 5;

    @ParameterizedTest
    @EnumSource
    void regularisationDecidesTiesOfTheRuleAndNothingElse(Form form) {
        int statesWithTies = 0;
        int statesOtherwise = 0;
        for (int network = 0; network < 4; network++) {
            PatternSet stored = RandomPatterns.of(PATTERNS, NEURONS, network);
            Memory memory = Rule.PROJECTION.learn(stored, form);
            int[][] weights = exact(stored);
            for (long bits = 0; bits < 1 << NEURONS; bits++) {
                Pattern state = new Pattern(NEURONS, new long[] {bits});
                long[] next = new long[1];
                KernelPolicy.JAVA.of(memory).step(state.words(), 1, next);
                Pattern stepped = new Pattern(NEURONS, next);
                boolean[] kept = new boolean[NEURONS];
                boolean tied = false;
                for (int i = 0; i < NEURONS; i++) {
                    int field = 0;
                    for (int j = 0; j < NEURONS; j++) {
                        field += weights[i][j] * (state.isUp(j) ? 1 : -1);
                    }
                    if (field != 0) {
                        assertThat(stepped.isUp(i)).isEqualTo(field > 0);
                    }
                    kept[i] = field == 0 ? state.isUp(i) : field > 0;
                    tied |= field == 0;
                }
                statesWithTies += tied ? 1 : 0;
                statesOtherwise += stepped.equals(Pattern.of(kept)) ? 0 : 1;
            }
        }
        assertThat(List.of(statesWithTies, statesOtherwise)).allMatch(states -> states > 100);
        assertThat(statesOtherwise).isLessThan(statesWithTies);
    }

    /** W = X^T (X X^T)^-1 X without its diagonal, times the least common multiple of its denominators or some multiple. */
    private static int[][] exact(PatternSet stored) {
        BigFraction[][] x = new BigFraction[PATTERNS][NEURONS];
        for (int mu = 0; mu < PATTERNS; mu++) {
            for (int i = 0; i < NEURONS; i++) {
                x[mu][i] = stored.isUp(mu, i) ? BigFraction.ONE : BigFraction.MINUS_ONE;
            }
        }
        FieldMatrix<BigFraction> patterns = new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), x);
        FieldLUDecomposition<BigFraction> gram = new FieldLUDecomposition<>(patterns.multiply(patterns.transpose()));
        FieldMatrix<BigFraction> weights = patterns.transpose()
                .multiply(gram.getSolver().getInverse())
                .multiply(patterns)
                .scalarMultiply(gram.getDeterminant());
        int[][] whole = new int[NEURONS][NEURONS];
        for (int i = 0; i < NEURONS; i++) {
            for (int j = 0; j < NEURONS; j++) {
                assertThat(weights.getEntry(i, j).getDenominatorAsInt()).isOne();
                whole[i][j] = i == j ? 0 : weights.getEntry(i, j).getNumeratorAsInt();
            }
        }
        return whole;
    }
}
