package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternIndexTest {
    /** One word and several; as many patterns as slots are doubled at, and one more or less; few neurons, so that many are alike. */
    @Test
    void aStateIsFoundAtTheFirstPatternThatItIs() {
        SplittableRandom random = new SplittableRandom(5);
        for (int patterns : new int[] {1, 2, 3, 63, 64, 65, 500}) {
            for (int neurons : new int[] {1, 5, 64, 65, 200}) {
                List<Pattern> all = random(patterns, neurons, random);
                PatternIndex index = new PatternIndex(
                        new PatternSet(IntStream.range(0, patterns).toArray(), all));

                List<Pattern> states = new ArrayList<>(all);
                states.addAll(random(100, neurons, random));
                for (Pattern state : states) {
                    assertThat(index.of(state)).isEqualTo(all.indexOf(state));
                }
            }
        }
    }

    private static List<Pattern> random(int patterns, int neurons, SplittableRandom random) {
        return IntStream.range(0, patterns)
                .mapToObj(p -> {
                    boolean[] up = new boolean[neurons];
                    for (int i = 0; i < neurons; i++) {
                        up[i] = random.nextBoolean();
                    }
                    return Pattern.of(up);
                })
                .toList();
    }
}
