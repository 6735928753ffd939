package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.Image;
import hopfield.metric.Restoration;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final Pattern TWIN = Pattern.of(true, true, false, false);
    private static final Pattern OTHER = Pattern.of(true, false, true, false);

    @Test
    void anImageStoredTwiceIsRestoredWhereItIsExact() {
        PatternSet stored = new PatternSet(new int[] {3, 5, 7}, List.of(TWIN, OTHER, TWIN));
        Scoring scoring = new Scoring(stored, new Shape(4, 1));

        Restoration exact = scoring.of(new Image(7, -1, TWIN), 0, true, TWIN, TWIN);
        Restoration lost = scoring.of(new Image(7, -1, TWIN), 0, true, TWIN, OTHER);

        assertThat(exact.nearest().image()).isEqualTo(3);
        assertThat(exact.identified()).isTrue();
        assertThat(exact.restored()).isTrue();
        assertThat(lost.nearest().image()).isEqualTo(5);
        assertThat(lost.identified()).isFalse();
    }

    @Test
    void statesOfManyNeuronsAreRememberedUpToThirtyTwoMegabytes() {
        assertThat(Scoring.remembered(784)).isEqualTo(16_384);
        assertThat(Scoring.remembered(10_000)).isEqualTo(16_384);
        assertThat(Scoring.remembered(1_000_000)).isEqualTo((32 << 20) / 125_000);
        assertThat(Scoring.remembered(Integer.MAX_VALUE)).isEqualTo(1);
    }
}
