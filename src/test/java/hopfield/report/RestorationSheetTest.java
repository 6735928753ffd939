package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Sample;
import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RestorationSheetTest {
    private static final Shape SHAPE = new Shape(3, 2);
    private static final Sample SAMPLE = sample(
            Pattern.of(true, false, false, false, true, true),
            Pattern.of(false, false, false, false, true, true),
            Pattern.of(true, true, true, true, true, true));

    @Test
    void aRowIsOriginalCueAndRestoration() throws IOException {
        BufferedImage sheet = sheet(Collections.nCopies(1, SAMPLE), SHAPE, true);

        assertThat(sheet.getWidth()).isEqualTo(3 * 198 + 2 * 8 + 24);
        assertThat(sheet.getHeight()).isEqualTo(132 + 24);
        assertThat(grey(sheet, 12, 12)).isEqualTo(255);
        assertThat(grey(sheet, 12 + 66, 12)).isZero();
        assertThat(grey(sheet, 12 + 65, 12 + 65)).isEqualTo(255);
        assertThat(grey(sheet, 12 + 65, 12 + 66)).isZero();
        assertThat(grey(sheet, 12 + 206, 12)).as("the cue's first pixel").isZero();
        assertThat(grey(sheet, 12 + 2 * 206 + 197, 12 + 131)).isEqualTo(255);
        assertThat(grey(sheet, 11, 11)).as("paper").isEqualTo(176);
        assertThat(grey(sheet, 12 + 198, 12)).as("gap").isEqualTo(176);
    }

    @Test
    void whatWasGivenHasNoOriginal() throws IOException {
        BufferedImage sheet = sheet(List.of(SAMPLE), SHAPE, false);

        assertThat(sheet.getWidth()).isEqualTo(2 * 198 + 8 + 24);
        assertThat(grey(sheet, 12, 12)).isZero();
        assertThat(grey(sheet, 12 + 206, 12)).isEqualTo(255);
    }

    @Test
    void aSheetIsAboutAsWideAsHighAndLargePicturesAreDrawnSmall() throws IOException {
        BufferedImage digits = sheet(Collections.nCopies(24, SAMPLE), SHAPE, true);
        assertThat((double) digits.getWidth() / digits.getHeight()).isBetween(.5, 2.);

        Shape large = new Shape(1000, 10);
        Pattern up = Pattern.of(new boolean[10_000]).inverse();
        BufferedImage sheet = sheet(List.of(sample(up, up, up)), large, true);
        assertThat(sheet.getWidth()).isEqualTo(3 * 200 + 2 * 8 + 24);
        assertThat(sheet.getHeight()).isEqualTo(2 + 24);
        assertThat(grey(sheet, 211, 13)).isEqualTo(255);
    }

    private static Sample sample(Pattern original, Pattern cue, Pattern restored) {
        List<Sample.State> states = List.of(new Sample.State(0, 0, cue), new Sample.State(1, -1, restored));
        return new Sample("centred", 1, "flip", .2, 0, 0, 0, -1, List.of(), 1, original, states, "fixed_point", 1);
    }

    private static BufferedImage sheet(List<Sample> samples, Shape shape, boolean corrupted) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(RestorationSheet.png(samples, shape, corrupted)));
    }

    private static int grey(BufferedImage sheet, int x, int y) {
        return sheet.getRaster().getSample(x, y, 0);
    }
}
