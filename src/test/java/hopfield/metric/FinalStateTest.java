package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Images of 40 pixels: one that disagrees leaves an overlap of .95, two leave .9. */
class FinalStateTest {
    private static final int NEURONS = 40;
    private static final Pattern LEFT = up(0, 20);
    private static final Pattern ODD = pattern(IntStream.range(0, NEURONS).filter(i -> i % 2 == 1));
    private static final Pattern FEW = up(0, 3);
    private static final PatternSet STORED = new PatternSet(new int[] {0, 1, 2}, List.of(LEFT, ODD, FEW));

    @Test
    void theOriginalIsOneFromAnOverlapOfNinetyFivePercentOn() {
        assertThat(became(LEFT, LEFT)).isEqualTo(FinalState.ORIGINAL);
        assertThat(became(LEFT, flipped(LEFT, 1))).isEqualTo(FinalState.ORIGINAL);
        assertThat(became(LEFT, flipped(LEFT, 2))).isEqualTo(FinalState.MIXTURE);
    }

    @Test
    void anOriginalThatIsNotStoredCountsAsOne() {
        Pattern unseen = up(10, 30);

        assertThat(became(unseen, unseen)).isEqualTo(FinalState.ORIGINAL);
    }

    @Test
    void theInverseIsThatOfTheOriginalAlone() {
        assertThat(became(LEFT, LEFT.inverse())).isEqualTo(FinalState.INVERSE);
        assertThat(became(LEFT, flipped(LEFT.inverse(), 1))).isEqualTo(FinalState.INVERSE);
        assertThat(became(LEFT, flipped(LEFT.inverse(), 2))).isEqualTo(FinalState.MIXTURE);
        assertThat(became(ODD, LEFT.inverse())).isEqualTo(FinalState.MIXTURE);
    }

    @Test
    void anotherStoredPatternIsTheNearestWithinTheBar() {
        assertThat(became(LEFT, flipped(ODD, 1))).isEqualTo(FinalState.STORED);
        assertThat(became(LEFT, flipped(ODD, 2))).isEqualTo(FinalState.MIXTURE);
    }

    @Test
    void aStoredPatternComesBeforeABlankImage() {
        Pattern oneUp = up(0, 1);

        assertThat(became(LEFT, oneUp)).isEqualTo(FinalState.BLANK);
        assertThat(became(LEFT, up(0, 2))).as("near the stored image of three").isEqualTo(FinalState.STORED);
        assertThat(became(LEFT, up(38, 40))).as("two pixels are not blank").isEqualTo(FinalState.MIXTURE);
    }

    private static FinalState became(Pattern original, Pattern state) {
        int p = STORED.nearest(state);
        Restoration.Nearest nearest =
                new Restoration.Nearest(STORED.image(p), STORED.label(p), STORED.agreeing(p, state), STORED.pattern(p));
        return Restoration.of(original, original, state, Double.NaN, nearest).became();
    }

    @Test
    void countsAreOnePerState() {
        FinalStates states = new FinalStates(List.of(5L, 4L, 3L, 2L, 1L));

        assertThat(states.count(FinalState.INVERSE)).isEqualTo(4);
        assertThat(states.total()).isEqualTo(15);
        assertThat(states.share(FinalState.INVERSE)).isEqualTo(new Rate(4, 15));
        assertThat(new FinalStates(List.of(5L, 4L, 3L, 2L, 1L), List.of(15.0, 7.5, 15.0, 15.0, 15.0))
                        .share(FinalState.INVERSE))
                .isEqualTo(new Rate(4, 15, 7.5));
        assertThatThrownBy(() -> new FinalStates(List.of(5L, 4L, 3L, 2L, 1L), List.of(15.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an effective number for each of [5, 4, 3, 2, 1]");
        assertThatThrownBy(() -> new FinalStates(List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("final states need 5 counts of at least 0, were [1]");
    }

    private static Pattern up(int from, int until) {
        return pattern(IntStream.range(from, until));
    }

    private static Pattern flipped(Pattern pattern, int count) {
        return pattern(IntStream.range(0, NEURONS).filter(i -> pattern.isUp(i) != (i >= 19 && i < 19 + count)));
    }

    private static Pattern pattern(IntStream ups) {
        boolean[] up = new boolean[NEURONS];
        ups.forEach(i -> up[i] = true);
        return Pattern.of(up);
    }
}
