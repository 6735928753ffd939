package hopfield.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
