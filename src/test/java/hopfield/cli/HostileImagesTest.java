package hopfield.cli;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no images, and the one line that each gets, behind the name of the file. */
class HostileImagesTest extends Refusals {
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;

    static Stream<Arguments> images() {
        byte[] whole = idx(IMAGES, new byte[3 * 4 * 5], 3, 4, 5);
        byte[] promisesAll = gzip(idx(IMAGES, new byte[0], Integer.MAX_VALUE, 4096, 4096));
        return Stream.of(
                arguments(
                        "no byte",
                        new byte[0],
                        "has 0 bytes, expected an IDX header of at least 4; pass an IDX file of unsigned bytes"),
                arguments(
                        "three bytes",
                        new byte[3],
                        "has 3 bytes, expected an IDX header of at least 4; pass an IDX file of unsigned bytes"),
                arguments(
                        "half a header",
                        Arrays.copyOf(whole, 11),
                        "ends within its IDX header of 16 bytes, found 11; fetch it again"),
                arguments(
                        "2^31 images",
                        idx(IMAGES, new byte[0], 1 << 31, 28, 28),
                        "claims a dimension of 2147483648, expected 1..2147483647; fetch it again"),
                arguments(
                        "2^31 - 1 images",
                        idx(IMAGES, new byte[0], Integer.MAX_VALUE, 28, 28),
                        "is truncated: its header promises 1,683,627,179,264 bytes, found 16 (1,683,627,179,248 missing); fetch it again"),
                arguments(
                        "no image",
                        idx(IMAGES, new byte[0], 0, 4, 5),
                        "claims a dimension of 0, expected 1..2147483647; fetch it again"),
                arguments(
                        "a billion pixels",
                        idx(IMAGES, new byte[9], 1, 31_623, 31_623),
                        "claims images of 31623x31623 pixels, more than the 16777216 that are read; pass smaller ones"),
                arguments(
                        "negative rows",
                        idx(IMAGES, new byte[9], 1, -4, 5),
                        "claims a dimension of 4294967292, expected 1..2147483647; fetch it again"),
                arguments(
                        "negative columns",
                        idx(IMAGES, new byte[9], 1, 4, -1),
                        "claims a dimension of 4294967295, expected 1..2147483647; fetch it again"),
                arguments(
                        "overflowing size",
                        idx(IMAGES, new byte[9], 1, 65_536, 65_537),
                        "claims images of 65536x65537 pixels, more than the 16777216 that are read; pass smaller ones"),
                arguments(
                        "largest size",
                        idx(IMAGES, new byte[9], Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                        "claims images of 2147483647x2147483647 pixels, more than the 16777216 that are read; pass smaller ones"),
                arguments(
                        "a missing byte",
                        Arrays.copyOf(whole, whole.length - 1),
                        "is truncated: its header promises 76 bytes, found 75 (1 missing); fetch it again"),
                arguments(
                        "a trailing byte",
                        Arrays.copyOf(whole, whole.length + 1),
                        "has 1 bytes after the 76 that its header promises; fetch it again"),
                arguments(
                        "labels",
                        idx(LABELS, new byte[3], 3),
                        "has magic 2049, expected 2051: these look like labels; pass the images file"),
                arguments(
                        "signed bytes",
                        idx(0x0903, new byte[60], 3, 4, 5),
                        "has magic 2307, expected 2051: an IDX file of signed bytes in 3 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "floats",
                        idx(0x0D03, new byte[240], 3, 4, 5),
                        "has magic 3331, expected 2051: an IDX file of 32-bit floats in 3 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "doubles",
                        idx(0x0E03, new byte[480], 3, 4, 5),
                        "has magic 3587, expected 2051: an IDX file of 64-bit floats in 3 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "colours",
                        idx(0x0804, new byte[180], 3, 4, 5, 3),
                        "has magic 2052, expected 2051: an IDX file of unsigned bytes in 4 dimensions; convert it to unsigned bytes in 3"),
                arguments(
                        "a PNG",
                        "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
                        "has magic -1991225785, expected 2051: not an IDX file; pass one of unsigned bytes"),
                arguments(
                        "text",
                        "images\n".getBytes(StandardCharsets.UTF_8),
                        "has magic 1768776039, expected 2051: not an IDX file; pass one of unsigned bytes"),
                arguments(
                        "half of a gzip",
                        Arrays.copyOf(gzip(whole), gzip(whole).length / 2),
                        "is a truncated gzip file: fetch it again"),
                arguments("a gzip header", Arrays.copyOf(gzip(whole), 10), "is a truncated gzip file: fetch it again"),
                arguments(
                        "a damaged gzip",
                        damaged(gzip(whole)),
                        "is a damaged gzip file (Corrupt GZIP trailer): fetch it again"),
                arguments(
                        "gzip of gzip",
                        gzip(gzip(whole)),
                        "has magic 529205248, expected 2051: not an IDX file; pass one of unsigned bytes"),
                arguments(
                        "a gzip that goes on",
                        gzip(Arrays.copyOf(whole, 1000)),
                        "goes on after the 76 bytes that its header promises; fetch it again"),
                arguments(
                        "a bomb of 64 MB",
                        gzip(Arrays.copyOf(whole, 1 << 26)),
                        "goes on after the 76 bytes that its header promises; fetch it again"),
                arguments(
                        "a gzip that promises all",
                        promisesAll,
                        "promises 36,028,797,002,186,768 bytes in its header, more than its " + promisesAll.length
                                + " of gzip can hold; fetch it again"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    void images(String what, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("pictures"), content);

        refused(List.of("--images", "idx:" + file), "file:" + file + " " + message);
    }

    private static byte[] idx(int magic, byte[] content, int... dimensions) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dimensions.length + content.length);
        buffer.putInt(magic);
        Arrays.stream(dimensions).forEach(buffer::putInt);
        return buffer.put(content).array();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** With another checksum in its trailer. */
    private static byte[] damaged(byte[] gzip) {
        gzip[gzip.length - 6] ^= 1;
        return gzip;
    }
}
