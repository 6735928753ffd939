package hopfield.recall.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.dynamics.RandomPatterns;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearPatternsTest {
    /** Few neurons make ties common; more than a block of patterns, and more than a batch of states. */
    @ParameterizedTest
    @CsvSource({"9, 40, 1500", "33, 600, 200", "130, 1100, 100", "784, 5, 1100"})
    void theNearestIsTheFirstOfThose(int neurons, int patterns, int count) {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(patterns, neurons, 5));
        List<Pattern> states = RandomPatterns.of(count, neurons, 6);

        int[] nearest = NearPatterns.nearest(stored).nearest(Pattern.pack(states), count);

        assertThat(nearest)
                .containsExactly(states.stream().mapToInt(stored::nearest).toArray());
    }

    @ParameterizedTest
    @CsvSource({"9, 40, 1", "33, 600, 3", "130, 1100, 6"})
    void allAreFoundThatAreNotMuchFarther(int neurons, int patterns, int reach) {
        PatternSet stored = RandomPatterns.set(RandomPatterns.of(patterns, neurons, 7));
        List<Pattern> states = RandomPatterns.of(100, neurons, 8);

        new NearPatterns(stored, reach).find(Pattern.pack(states), 100, (s, found, differing) -> {
            int[] d = IntStream.range(0, patterns)
                    .map(p -> neurons - stored.agreeing(p, states.get(s)))
                    .toArray();
            int fewest = IntStream.of(d).min().orElseThrow();
            assertThat(found)
                    .containsExactly(IntStream.range(0, patterns)
                            .filter(p -> d[p] <= fewest + reach)
                            .toArray());
            assertThat(differing)
                    .containsExactly(IntStream.of(found).map(p -> d[p]).toArray());
        });
    }
}
