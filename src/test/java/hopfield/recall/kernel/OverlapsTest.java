package hopfield.recall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.dynamics.RandomPatterns;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two primitives beside sums written down as they are defined, on sizes that fill no table, word or vector. */
class OverlapsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 3, 70",
        "31, 5, 7",
        "32, 20, 64",
        "33, 21, 65",
        "64, 64, 100",
        "65, 3, 200",
        "65, 100, 300",
        "65, 1, 257",
        "130, 7, 1000",
        "784, 33, 90",
        "784, 600, 70",
        "1100, 3, 65"
    })
    void innerProductsOfABatchAreThoseOfEachStateAlone(int neurons, int patterns, int count) {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(patterns, neurons, 1));
        List<Pattern> states = RandomPatterns.of(count, neurons, 2);
        StateLanes lanes = new StateLanes(stored);
        lanes.load(Pattern.pack(states), 0, count);
        int[][][] products = new int[StateLanes.CHUNKS][patterns][lanes.lanes()];

        new Overlaps(stored).products(lanes, products);

        int[] expected = new int[patterns];
        for (int s = 0; s < count; s++) {
            stored.innerProducts(states.get(s).words(), 0, expected);
            for (int p = 0; p < patterns; p++) {
                assertThat(products[s / lanes.lanes()][p][s % lanes.lanes()]).isEqualTo(expected[p]);
            }
        }
    }
}
