package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import hopfield.pattern.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cameras and print shops write: JPEGs that lie on their side, and JPEGs in four inks. */
class PhotographTest {
    private static final int BLOCK = 16;

    /**
     * Each orientation by the definition of its tag, which says where the stored first row and first column belong: the corners of the
     * stored picture are black (top left), dark (top right), light (bottom left) and white (bottom right).
     */
    @ParameterizedTest
    @CsvSource({
        "1, 32x16, 0 80 170 255",
        "2, 32x16, 80 0 255 170",
        "3, 32x16, 255 170 80 0",
        "4, 32x16, 170 255 0 80",
        "5, 16x32, 0 170 80 255",
        "6, 16x32, 170 0 255 80",
        "7, 16x32, 255 80 170 0",
        "8, 16x32, 80 255 0 170",
        "9, 32x16, 0 80 170 255"
    })
    void aPhotographIsTurnedAsItsOrientationSays(int orientation, String shape, String corners) throws Exception {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            GreyPicture picture = PictureDecoder.decode(withExif(fourGreys(), orientation, order));

            assertThat(picture.shape().toString().replace(" ", "")).isEqualTo(shape);
            int width = picture.shape().width();
            int height = picture.shape().height();
            String[] expected = corners.split(" ");
            int[] at = {0, width - 1, (height - 1) * width, height * width - 1};
            for (int k = 0; k < at.length; k++) {
                assertThat(Byte.toUnsignedInt(picture.pixels()[at[k]]))
                        .as("corner " + k + " of orientation " + orientation)
                        .isCloseTo(Integer.parseInt(expected[k]), offset(8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 11, 13, 21, 27, 35})
    void exifDataThatEndEarlySayNothing(int length) throws Exception {
        byte[] exif = Arrays.copyOf(exif(6, ByteOrder.BIG_ENDIAN), length);

        assertThat(PictureDecoder.decode(withSegment(fourGreys(), exif)).shape())
                .isEqualTo(new Shape(32, 16));
    }

    @Test
    void exifDataThatPointBeyondTheirEndSayNothing() throws Exception {
        for (int offset : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1000}) {
            byte[] exif = exif(6, ByteOrder.BIG_ENDIAN);
            ByteBuffer.wrap(exif).putInt(10, offset);

            assertThat(PictureDecoder.decode(withSegment(fourGreys(), exif)).shape())
                    .isEqualTo(new Shape(32, 16));
        }
    }

    /** Adobe's CMYK, which is what there is: 255 is no ink. Red is what cyan takes, with .299 of the luma. */
    @ParameterizedTest
    @CsvSource({"255 255 255 155, 155", "255 255 255 255, 255", "0 0 0 0, 0", "0 255 255 255, 179", "255 0 255 128, 53"
    })
    void fourInksBecomeTheLumaOfTheirLight(String inks, int luma) throws Exception {
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};

        GreyPicture picture = PictureDecoder.decode(withSegment(cmyk(inks.split(" ")), 0xEE, adobe));

        assertThat(Byte.toUnsignedInt(picture.pixels()[BLOCK])).isCloseTo(luma, offset(2));
    }

    /** The same inks as YCCK (transform 2 of Adobe's marker): the light that cyan, magenta and yellow leave out as YCbCr (JFIF 1.02), black as it is. */
    @ParameterizedTest
    @CsvSource({"255 255 255 155, 155", "255 255 255 255, 255", "0 0 0 0, 0", "0 255 255 255, 179", "255 0 255 128, 53"
    })
    void inksThatAreWrittenAsLumaAndChromaAreTheSame(String inks, int luma) throws Exception {
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2};
        int[] cmyk = Stream.of(inks.split(" ")).mapToInt(Integer::parseInt).toArray();
        double red = 255 - cmyk[0];
        double green = 255 - cmyk[1];
        double blue = 255 - cmyk[2];
        double y = .299 * red + .587 * green + .114 * blue;
        long cb = Math.min(255, Math.round(128 + (blue - y) / 1.772));
        long cr = Math.min(255, Math.round(128 + (red - y) / 1.402));
        String[] ycck = {"" + Math.round(y), "" + cb, "" + cr, "" + cmyk[3]};

        GreyPicture picture = PictureDecoder.decode(withSegment(cmyk(ycck), 0xEE, adobe));

        assertThat(Byte.toUnsignedInt(picture.pixels()[BLOCK])).isCloseTo(luma, offset(3));
    }

    private static byte[] cmyk(String... inks) throws Exception {
        WritableRaster raster = Raster.createInterleavedRaster(0, BLOCK, BLOCK, 4, null);
        for (int band = 0; band < 4; band++) {
            int[] even = new int[BLOCK * BLOCK];
            Arrays.fill(even, Integer.parseInt(inks[band]));
            raster.setSamples(0, 0, BLOCK, BLOCK, band, even);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Four blocks of even grey, twice as wide as high. */
    private static byte[] fourGreys() throws Exception {
        BufferedImage image = new BufferedImage(2 * BLOCK, BLOCK, BufferedImage.TYPE_BYTE_GRAY);
        int[] greys = {0, 80, 170, 255};
        for (int y = 0; y < BLOCK; y++) {
            for (int x = 0; x < 2 * BLOCK; x++) {
                image.getRaster().setSample(x, y, 0, greys[2 * (y / (BLOCK / 2)) + x / BLOCK]);
            }
        }
        return TestPictures.file(image, "jpg");
    }

    private static byte[] withExif(byte[] jpeg, int orientation, ByteOrder order) {
        return withSegment(jpeg, exif(orientation, order));
    }

    /** Exif data of one directory with two entries, the second of which is the orientation. */
    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4).order(order);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(32);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return exif.array();
    }

    private static byte[] withSegment(byte[] jpeg, byte[] exif) {
        return withSegment(jpeg, 0xE1, exif);
    }

    /** A segment after the marker with which the file begins. */
    private static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + 4 + data.length)
                .put(jpeg, 0, 2)
                .putShort((short) (0xFF00 | marker))
                .putShort((short) (data.length + 2))
                .put(data)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
