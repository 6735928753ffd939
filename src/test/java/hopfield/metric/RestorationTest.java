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
    void aPerfectPictureOfAnotherStoredPatternIsNotRestored() {
        Restoration restoration = Restoration.of(ORIGINAL, 4, ORIGINAL, ORIGINAL, 2);

        assertThat(restoration.restoration().exact()).isTrue();
        assertThat(restoration.identified()).isFalse();
        assertThat(restoration.restored()).isFalse();
        assertThat(Restoration.of(ORIGINAL, 4, ORIGINAL, ORIGINAL, 4).restored())
                .isTrue();
    }

    @Test
    void foregroundIsWhatABlankImageGetsWrong() {
        boolean[] blank = new boolean[5];
        Arrays.fill(blank, false);

        Restoration restoration = Restoration.of(ORIGINAL, 0, ORIGINAL, Pattern.of(blank), 0);

        assertThat(1 - (double) restoration.foreground() / 5)
                .isEqualTo(restoration.restoration().value());
    }
}
