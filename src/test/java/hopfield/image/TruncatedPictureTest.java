package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that end early, wherever they do: no picture is made of a part. */
class TruncatedPictureTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;
    private static final int LENGTHS = 300;

    static List<Arguments> files() throws IOException {
        return List.of(
                Arguments.of("PNG", written("png", colours(), param -> {})),
                Arguments.of("interlaced PNG", written("png", colours(), TruncatedPictureTest::progressive)),
                Arguments.of("JPEG", written("jpeg", colours(), param -> {})),
                Arguments.of("progressive JPEG", written("jpeg", colours(), TruncatedPictureTest::progressive)),
                Arguments.of("GIF", gif()),
                Arguments.of("interlaced GIF", written("gif", palette(), TruncatedPictureTest::progressive)),
                Arguments.of("BMP", written("bmp", colours(), param -> {})),
                Arguments.of("BMP, 8-bit runs", runs(8)),
                Arguments.of("BMP, 4-bit runs", runs(4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aTruncatedFileIsRefusedUnlessItHasEveryPixel(String what, byte[] file) throws Exception {
        byte[] whole = PictureDecoder.decode(file).pixels();
        int refused = 0;
        int tried = 0;
        for (int length = 0; length < file.length; length += Math.max(1, file.length / LENGTHS)) {
            tried++;
            try {
                assertThat(PictureDecoder.decode(Arrays.copyOf(file, length)).pixels())
                        .as("the first %d bytes of %d", length, file.length)
                        .isEqualTo(whole);
            } catch (UnreadablePicture e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(tried * 9 / 10);
    }

    @Test
    void aGifThatEndsAsItShouldButTooEarlyIsDamaged() throws Exception {
        byte[] gif = gif();
        int at = 13 + 3 * (2 << (gif[10] & 7));
        while (gif[at] == 0x21) {
            at += 2;
            while (gif[at] != 0) {
                at += 1 + (gif[at] & 255);
            }
            at++;
        }
        int data = at + 10 + 1;
        int next = data + 1 + (gif[data] & 255);
        assertThat(gif[at]).as("an image descriptor").isEqualTo((byte) 0x2C);
        assertThat(gif[next]).as("another block").isNotZero();
        byte[] cut = Arrays.copyOf(gif, next + 2);
        cut[next] = 0;
        cut[next + 1] = 0x3B;

        assertThatThrownBy(() -> PictureDecoder.decode(cut)).hasMessage("is damaged (its pixels end early)");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void runsThatEndBeforeTheLastRowAreDamagedWhateverTheHeaderSays(int bits) throws Exception {
        byte[] bmp = runs(bits);
        int pixels = ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).getInt(10);
        for (int length : new int[] {pixels, (pixels + bmp.length) / 2, bmp.length - 10}) {
            byte[] cut = Arrays.copyOf(bmp, length);
            ByteBuffer.wrap(cut)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(2, length)
                    .putInt(34, length - pixels);

            assertThatThrownBy(() -> PictureDecoder.decode(cut)).isInstanceOf(UnreadablePicture.class);
        }
    }

    private static byte[] gif() throws IOException {
        return TestPictures.file(palette(), "gif");
    }

    /** A BMP in runs, by hand, as Java's own writer makes faulty ones: in a row 21 pixels one by one, with a byte that fills a word, and 16 of one colour. */
    private static byte[] runs(int bits) {
        int colours = 1 << bits;
        int pixels = 14 + 40 + 4 * colours;
        int bytes = 21 * bits / 8 + bits / 4 % 2 + 1;
        int row = 2 + bytes + 2 + 2;
        ByteBuffer bmp = ByteBuffer.allocate(pixels + HEIGHT * row + 2).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put("BM".getBytes(StandardCharsets.US_ASCII))
                .putInt(bmp.capacity())
                .putInt(0)
                .putInt(pixels);
        bmp.putInt(40).putInt(WIDTH).putInt(HEIGHT).putShort((short) 1).putShort((short) bits);
        bmp.putInt(bits == 8 ? 1 : 2).putInt(HEIGHT * row + 2);
        bmp.putInt(0).putInt(0).putInt(colours).putInt(0);
        for (int k = 0; k < colours; k++) {
            bmp.putInt(0x010101 * (255 - k * 255 / (colours - 1)));
        }
        for (int y = 0; y < HEIGHT; y++) {
            bmp.put((byte) 0).put((byte) 21);
            for (int k = 0; k < bytes; k++) {
                bmp.put((byte) (17 * (1 + (y + k) % 15)));
            }
            bmp.put((byte) 16).put((byte) (17 * (1 + y % 15))).putShort((short) 0);
        }
        return bmp.put((byte) 0).put((byte) 1).array();
    }

    private static void progressive(ImageWriteParam param) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }

    private static BufferedImage colours() {
        return TestPictures.colourful(WIDTH, HEIGHT);
    }

    /** Sixteen greys of some structure, none of them black: black is what a reader leaves where data are missing. */
    private static BufferedImage palette() {
        byte[] greys = new byte[16];
        for (int k = 0; k < greys.length; k++) {
            greys[k] = (byte) (15 + 16 * k);
        }
        IndexColorModel colours = new IndexColorModel(8, greys.length, greys, greys, greys);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, 1 + (i * i / 7 + i / WIDTH) % 15);
        }
        return image;
    }

    private interface Change {
        void of(ImageWriteParam param);
    }

    private static byte[] written(String format, BufferedImage image, Change change) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            change.of(param);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
