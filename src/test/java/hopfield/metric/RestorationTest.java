package hopfield.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.pattern.Pattern;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RestorationTest {
    private static final Pattern ORIGINAL = Pattern.of(true, true, false, false, false);

    @Test
    void similarityOverlapAndJaccardOfAPatternByHand() {
        Similarity similarity = Similarity.of(ORIGINAL, Pattern.of(true, false, true, false, false));

        assertThat(similarity.value()).isEqualTo(.6);
        assertThat(similarity.overlap()).isEqualTo(.2, within(1e-15));
        assertThat(similarity.iou()).isEqualTo(1.0 / 3);
        assertThat(similarity.exact()).isFalse();
    }

    @Test
    void twoBlankImagesAreTheSame() {
        Pattern blank = Pattern.of(false, false);

        assertThat(Similarity.of(blank, blank).iou()).isEqualTo(1);
    }

    @Test
    void theBarOfARestorationIsAnOverlapOfNinetyFivePercentExactly() {
        boolean[] up = new boolean[40];
        Pattern original = Pattern.of(up);
        up[0] = true;
        Pattern oneOff = Pattern.of(up);
        up[1] = true;
        Pattern twoOff = Pattern.of(up);

        assertThat(Similarity.of(original, oneOff).overlap()).isEqualTo(.95, within(1e-12));
        assertThat(Similarity.of(original, oneOff).close()).isTrue();
        assertThat(Similarity.of(original, twoOff).close()).isFalse();
    }

    @Test
    void aCloseStateThatAnotherStoredPatternIsNearerToIsNotRestored() {
        boolean[] up = new boolean[40];
        Pattern original = Pattern.of(up);
        up[0] = true;
        Pattern other = Pattern.of(up);

        Restoration restoration = Restoration.of(original, other, other, Double.NaN, nearest(2, other, other));

        assertThat(restoration.restoration().close()).isTrue();
        assertThat(restoration.identified()).isFalse();
        assertThat(restoration.restored()).isFalse();
    }

    @Test
    void anotherImageOfTheSamePixelsIsTheOriginal() {
        Restoration restoration = restoration(ORIGINAL, ORIGINAL);

        assertThat(restoration.nearest().image()).isEqualTo(2);
        assertThat(restoration.identified()).isTrue();
        assertThat(restoration.restored()).isTrue();
    }

    @Test
    void foregroundIsWhatABlankImageGetsWrong() {
        boolean[] blank = new boolean[5];
        Arrays.fill(blank, false);

        Restoration restoration = restoration(ORIGINAL, Pattern.of(blank));

        assertThat(1 - (double) restoration.foreground() / 5)
                .isEqualTo(restoration.restoration().value());
    }

    @Test
    void improvedIsCloserThanTheCueAndATieIsNone() {
        Pattern oneOff = Pattern.of(true, true, true, false, false);
        Pattern anotherOff = Pattern.of(true, true, false, true, false);
        Pattern twoOff = Pattern.of(true, true, true, true, false);

        assertThat(restoration(twoOff, oneOff).improved()).isTrue();
        assertThat(restoration(oneOff, anotherOff).improved()).isFalse();
        assertThat(restoration(oneOff, twoOff).improved()).isFalse();
        assertThat(restoration(oneOff, oneOff).improvable()).isTrue();
        assertThat(restoration(ORIGINAL, ORIGINAL).improvable()).isFalse();
    }

    /** Beside a stored pattern of the original's pixels, whatever its number. */
    private static Restoration restoration(Pattern cue, Pattern restored) {
        return Restoration.of(ORIGINAL, cue, restored, Double.NaN, nearest(2, ORIGINAL, restored));
    }

    private static Restoration.Nearest nearest(int image, Pattern stored, Pattern state) {
        return new Restoration.Nearest(image, -1, stored.agreeing(state), stored);
    }
}
