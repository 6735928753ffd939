package hopfield.recall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.pattern.PatternSet;
import hopfield.recall.dynamics.RandomPatterns;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinationTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 8", "9, 3, 8", "33, 20, 16", "65, 21, 24", "784, 47, 40", "1030, 6, 8", "2100, 25, 8"})
    void sumsAreThoseOfThePatternsWithTheirSigns(int neurons, int patterns, int lanes) {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(patterns, neurons, 3));
        SplittableRandom random = new SplittableRandom(4);
        int[][] coefficients = new int[patterns][lanes];
        for (int[] row : coefficients) {
            for (int s = 0; s < lanes; s++) {
                row[s] = random.nextInt(); // sums wrap around 2^32
            }
        }
        Combination sums = new Combination(stored);

        for (int block = 0; block < sums.blocks(); block++) {
            sums.of(block, coefficients, lanes);
            for (int i = block * Combination.BLOCK; i < Math.min(neurons, (block + 1) * Combination.BLOCK); i++) {
                for (int s = 0; s < lanes; s++) {
                    int expected = 0;
                    for (int p = 0; p < patterns; p++) {
                        expected += stored.isUp(p, i) ? coefficients[p][s] : -coefficients[p][s];
                    }
                    assertThat(sums.sums(i)[s]).isEqualTo(expected);
                }
            }
        }
    }
}
