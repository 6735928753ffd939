package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.pattern.Pattern;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PatternImageTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    @Test
    void thePictureHasThePatternsPixelsRowByRow() throws Exception {
        BufferedImage image = decode(PatternImage.dataUri(Pattern.of(true, false, false, false, true, true), 3, 2));

        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        assertThat(image.getRGB(0, 0, 3, 2, null, 0, 3)).containsExactly(WHITE, BLACK, BLACK, BLACK, WHITE, WHITE);
    }

    @Test
    void aPixelTakesOneBit() throws Exception {
        BufferedImage image = decode(PatternImage.dataUri(Pattern.of(new boolean[784]), 28, 28));

        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
    }

    @Test
    void aPatternOfAnotherSizeIsNoPicture() {
        assertThatThrownBy(() -> PatternImage.dataUri(Pattern.of(true, false), 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pattern of 2 neurons is no image of 3 x 2 pixels");
    }

    private static BufferedImage decode(String uri) throws Exception {
        String head = "data:image/png;base64,";
        assertThat(uri).startsWith(head);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(head.length()))));
    }
}
