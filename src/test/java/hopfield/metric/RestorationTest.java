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
        Restoration restoration = restoration(4, ORIGINAL, ORIGINAL, 2);

        assertThat(restoration.restoration().exact()).isTrue();
        assertThat(restoration.identified()).isFalse();
        assertThat(restoration.restored()).isFalse();
        assertThat(restoration(4, ORIGINAL, ORIGINAL, 4).restored()).isTrue();
    }

    @Test
    void foregroundIsWhatABlankImageGetsWrong() {
        boolean[] blank = new boolean[5];
        Arrays.fill(blank, false);

        Restoration restoration = restoration(0, ORIGINAL, Pattern.of(blank), 0);

        assertThat(1 - (double) restoration.foreground() / 5)
                .isEqualTo(restoration.restoration().value());
    }

    @Test
    void improvedIsCloserThanTheCueAndATieIsNone() {
        Pattern oneOff = Pattern.of(true, true, true, false, false);
        Pattern anotherOff = Pattern.of(true, true, false, true, false);
        Pattern twoOff = Pattern.of(true, true, true, true, false);

        assertThat(restoration(0, twoOff, oneOff, 0).improved()).isTrue();
        assertThat(restoration(0, oneOff, anotherOff, 0).improved()).isFalse();
        assertThat(restoration(0, oneOff, twoOff, 0).improved()).isFalse();
        assertThat(restoration(0, oneOff, oneOff, 0).improvable()).isTrue();
        assertThat(restoration(0, ORIGINAL, ORIGINAL, 0).improvable()).isFalse();
    }

    private static Restoration restoration(int image, Pattern cue, Pattern restored, int nearest) {
        return Restoration.of(ORIGINAL, image, cue, restored, Double.NaN, new Restoration.Nearest(nearest, -1, 5));
    }
}
