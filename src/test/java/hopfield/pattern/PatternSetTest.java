package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternSetTest {
    private static final Pattern A = Pattern.of(true, true, false, false);
    private static final Pattern B = Pattern.of(false, false, true, true);

    @Test
    void theNearestIsTheOneOfLargestOverlap() {
        PatternSet set = new PatternSet(new int[] {3, 8}, List.of(A, B));

        assertThat(set.nearest(Pattern.of(true, true, true, false))).isEqualTo(0);
        assertThat(set.nearest(Pattern.of(false, true, true, true))).isEqualTo(1);
    }

    @Test
    void ofEquallyNearTheLowestNumberWins() {
        PatternSet set = new PatternSet(new int[] {3, 8, 9}, List.of(A, B, A));

        assertThat(set.nearest(Pattern.of(true, false, true, false))).isEqualTo(0);
        assertThat(set.nearest(A)).isEqualTo(0);
    }

    /** Of few and of many pixels, some stored twice, in less and in more words than are counted at once. */
    @Test
    void theNearestIsWhatASearchThroughAllFinds() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int neurons = 1 + random.nextInt(round % 4 == 0 ? 3000 : 90);
            List<Pattern> patterns = new ArrayList<>();
            for (int p = 0; p < 30; p++) {
                boolean again = p > 0 && random.nextInt(4) == 0;
                patterns.add(again ? patterns.get(random.nextInt(p)) : some(random, neurons));
            }
            PatternSet set = new PatternSet(IntStream.range(0, 30).toArray(), patterns);
            Pattern state = round % 3 == 0 ? patterns.get(random.nextInt(30)) : some(random, neurons);
            int expected = 0;
            for (int p = 1; p < 30; p++) {
                expected = set.agreeing(p, state) > set.agreeing(expected, state) ? p : expected;
            }

            assertThat(set.nearest(state)).as("round %d", round).isEqualTo(expected);
        }
    }

    private static Pattern some(SplittableRandom random, int neurons) {
        double share = random.nextDouble();
        boolean[] up = new boolean[neurons];
        for (int i = 0; i < neurons; i++) {
            up[i] = random.nextDouble() < share;
        }
        return Pattern.of(up);
    }

    @Test
    void agreeingIsCountedForEachPattern() {
        PatternSet set = new PatternSet(new int[] {3, 8}, List.of(A, B));

        assertThat(set.agreeing(0, Pattern.of(true, true, true, false))).isEqualTo(3);
        assertThat(set.agreeing(1, Pattern.of(true, true, true, false))).isEqualTo(1);
    }

    @Test
    void patternsComeBackAsTheyWere() {
        PatternSet set = new PatternSet(new int[] {3, 8}, List.of(A, B));

        assertThat(set.pattern(1)).isEqualTo(B);
        assertThat(set.image(1)).isEqualTo(8);
        assertThat(set.size()).isEqualTo(2);
    }

    @Test
    void patternsBeyondOneArrayAreRefused() {
        PatternSet.requireFits(Integer.MAX_VALUE - 8, 64);

        assertThatThrownBy(() -> PatternSet.requireFits(2_000_000, 100_000))
                .isInstanceOf(BadInput.class)
                .hasMessage("2,000,000 patterns of 100,000 neurons take 3,126,000,000 words of 64 bits,"
                        + " expected at most 2,147,483,639; store fewer in a network");
    }
}
