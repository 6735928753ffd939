package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.pattern.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
    private static final byte[] NONE = {};

    @ParameterizedTest
    @CsvSource({"png, .501", "bmp, .501", "jpg, 10"})
    void coloursBecomeTheirLuma(String format, double meanError) throws Exception {
        BufferedImage image = TestPictures.colourful(19, 11);

        GreyPicture grey = PictureDecoder.decode(TestPictures.file(image, format));

        assertThat(grey.shape()).isEqualTo(new Shape(19, 11));
        double error = 0;
        for (int i = 0; i < 19 * 11; i++) {
            int rgb = image.getRGB(i % 19, i / 19);
            double luma = .299 * (rgb >> 16 & 255) + .587 * (rgb >> 8 & 255) + .114 * (rgb & 255);
            error += Math.abs(Byte.toUnsignedInt(grey.pixels()[i]) - luma);
        }
        assertThat(error / (19 * 11)).isLessThan(meanError);
    }

    @Test
    void greyIsReadAsItIsWritten() throws Exception {
        byte[] ramp = new byte[256];
        IntStream.range(0, 256).forEach(i -> ramp[i] = (byte) i);
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, 16, 16, ramp);

        assertThat(PictureDecoder.decode(TestPictures.file(image, "png")).pixels())
                .isEqualTo(ramp);
        assertThat(PictureDecoder.decode(TestPictures.file(image, "gif")).pixels())
                .hasSize(256);
    }

    @Test
    void sixteenBitsAreRoundedToEight() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setDataElements(0, 0, 3, 1, new short[] {0, (short) (100 * 257), (short) 65535});

        assertThat(PictureDecoder.decode(TestPictures.file(image, "png")).pixels())
                .containsExactly(0, 100, 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void aPalettesColoursAndItsTransparentEntryAreSeen(String format) throws Exception {
        byte[] red = {0, (byte) 255, 50};
        byte[] green = {0, 0, 50};
        byte[] blue = {0, 0, 50};
        IndexColorModel palette = new IndexColorModel(2, 3, red, green, blue, 0);
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 1, 2});

        assertThat(PictureDecoder.decode(TestPictures.file(image, format)).pixels())
                .containsExactly(255, 76, 50);
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00000000);
        image.setRGB(1, 0, 0x80000000);
        image.setRGB(2, 0, 0xff000000);

        assertThat(PictureDecoder.decode(TestPictures.file(image, "png")).pixels())
                .containsExactly(255, 127, 0);
    }

    @Test
    void greyWithAlphaLiesOverWhite() throws Exception {
        byte[] rows = {0, 0, 0, 100, (byte) 255, 0, (byte) 128};

        assertThat(PictureDecoder.decode(TestPictures.png(3, 1, 8, 4, NONE, rows))
                        .pixels())
                .containsExactly(255, 100, 127);
    }

    @Test
    void theOneTransparentColourOfAPngIsWhite() throws Exception {
        byte[] rgb = {0, 10, 20, 30, 10, 20, 31};

        assertThat(PictureDecoder.decode(TestPictures.png(2, 1, 8, 2, new byte[] {0, 10, 0, 20, 0, 30}, rgb))
                        .pixels())
                .containsExactly(255, 18);
        assertThat(PictureDecoder.decode(TestPictures.png(2, 1, 8, 0, new byte[] {0, 7}, new byte[] {0, 7, 8}))
                        .pixels())
                .containsExactly(255, 8);
    }

    @Test
    void anAbsurdSizeIsRefusedBeforeAnythingIsDecoded() throws Exception {
        byte[] bomb = TestPictures.png(60_000, 60_000, 1, 0, NONE, new byte[8]);

        assertThatThrownBy(() -> PictureDecoder.decode(bomb))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("claims 60000 x 60000 pixels, expected 1 to 50 million");
    }

    @Test
    void whatIsLargeOnceItIsDecodedIsRefusedBefore() throws Exception {
        byte[] deep = TestPictures.png(6000, 5000, 16, 6, NONE, new byte[8]);

        assertThatThrownBy(() -> PictureDecoder.decode(deep))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("claims 6000 x 5000 pixels of 8 bytes, 240 MB decoded, expected at most 200 MB");
        byte[] rows = new byte[5000 * (1 + 6000 / 8)];
        assertThat(PictureDecoder.decode(TestPictures.png(6000, 5000, 1, 0, NONE, rows))
                        .shape())
                .isEqualTo(new Shape(6000, 5000));
    }

    /** Its header claims 2 GB of an embedded PNG, which a reader would make room for. */
    @Test
    void aBmpThatHoldsAnotherFormatIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), "bmp", out);
        byte[] bomb = out.toByteArray();
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(30, 5).putInt(34, Integer.MAX_VALUE);

        assertThatThrownBy(() -> PictureDecoder.decode(bomb))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessage("is a BMP around another format");
    }

    @Test
    void whatIsNoPictureSaysSo() {
        assertThatThrownBy(() -> PictureDecoder.decode(NONE)).hasMessage("is empty");
        assertThatThrownBy(() -> PictureDecoder.decode("P1 2 2 0 1 1 0".getBytes()))
                .hasMessage("is no PNG, JPEG, GIF or BMP");
        assertThatThrownBy(() -> PictureDecoder.decode(new byte[PictureDecoder.MOST_BYTES + 1]))
                .hasMessage("is larger than 64 MB");
    }
}
