package hopfield.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Files that are no images, or no labels of theirs. */
final class HostileImages {
    private static final int IMAGES = 0x0803;
    private static final int LABELS = 0x0801;
    private static final String PICTURES = "train-images-idx3-ubyte";
    private static final String NAMES = "train-labels-idx1-ubyte";

    private HostileImages() {}

    /** One file, in place of one of images. */
    static Stream<Hostile> images() {
        byte[] whole = idx(IMAGES, new byte[3 * 4 * 5], 3, 4, 5);
        byte[] promisesAll = gzip(idx(IMAGES, new byte[0], Integer.MAX_VALUE, 4096, 4096));
        return Stream.of(
                image(
                        "no byte",
                        new byte[0],
                        "has 0 bytes, expected an IDX header of at least 4; pass an IDX file of unsigned bytes"),
                image(
                        "three bytes",
                        new byte[3],
                        "has 3 bytes, expected an IDX header of at least 4; pass an IDX file of unsigned bytes"),
                image(
                        "half a header",
                        Arrays.copyOf(whole, 11),
                        "ends within its IDX header of 16 bytes, found 11; fetch it again"),
                image(
                        "2^31 images",
                        idx(IMAGES, new byte[0], 1 << 31, 28, 28),
                        "claims a dimension of 2147483648, expected 1..2147483647; fetch it again"),
                image(
                        "2^31 - 1 images",
                        idx(IMAGES, new byte[0], Integer.MAX_VALUE, 28, 28),
                        "is truncated: its header promises 1,683,627,179,264 bytes, found 16 (1,683,627,179,248 missing); fetch it again"),
                image(
                        "no image",
                        idx(IMAGES, new byte[0], 0, 4, 5),
                        "claims a dimension of 0, expected 1..2147483647; fetch it again"),
                image(
                        "a billion pixels",
                        idx(IMAGES, new byte[9], 1, 31_623, 31_623),
                        "claims images of 31623x31623 pixels, more than the 16777216 that are read; pass smaller ones"),
                image(
                        "negative rows",
                        idx(IMAGES, new byte[9], 1, -4, 5),
                        "claims a dimension of 4294967292, expected 1..2147483647; fetch it again"),
                image(
                        "negative columns",
                        idx(IMAGES, new byte[9], 1, 4, -1),
                        "claims a dimension of 4294967295, expected 1..2147483647; fetch it again"),
                image(
                        "overflowing size",
                        idx(IMAGES, new byte[9], 1, 65_536, 65_537),
                        "claims images of 65536x65537 pixels, more than the 16777216 that are read; pass smaller ones"),
                image(
                        "largest size",
                        idx(IMAGES, new byte[9], Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
                        "claims images of 2147483647x2147483647 pixels, more than the 16777216 that are read; pass smaller ones"),
                image(
                        "a missing byte",
                        Arrays.copyOf(whole, whole.length - 1),
                        "is truncated: its header promises 76 bytes, found 75 (1 missing); fetch it again"),
                image(
                        "a trailing byte",
                        Arrays.copyOf(whole, whole.length + 1),
                        "has 1 bytes after the 76 that its header promises; fetch it again"),
                image(
                        "labels",
                        idx(LABELS, new byte[3], 3),
                        "has magic 2049, expected 2051: these look like labels; pass the images file"),
                image(
                        "signed bytes",
                        idx(0x0903, new byte[60], 3, 4, 5),
                        "has magic 2307, expected 2051: an IDX file of signed bytes in 3 dimensions; convert it to unsigned bytes in 3"),
                image(
                        "floats",
                        idx(0x0D03, new byte[240], 3, 4, 5),
                        "has magic 3331, expected 2051: an IDX file of 32-bit floats in 3 dimensions; convert it to unsigned bytes in 3"),
                image(
                        "doubles",
                        idx(0x0E03, new byte[480], 3, 4, 5),
                        "has magic 3587, expected 2051: an IDX file of 64-bit floats in 3 dimensions; convert it to unsigned bytes in 3"),
                image(
                        "colours",
                        idx(0x0804, new byte[180], 3, 4, 5, 3),
                        "has magic 2052, expected 2051: an IDX file of unsigned bytes in 4 dimensions; convert it to unsigned bytes in 3"),
                image(
                        "a PNG",
                        "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
                        "has magic -1991225785, expected 2051: not an IDX file; pass one of unsigned bytes"),
                image(
                        "text",
                        "images\n".getBytes(StandardCharsets.UTF_8),
                        "has magic 1768776039, expected 2051: not an IDX file; pass one of unsigned bytes"),
                image(
                        "half of a gzip",
                        Arrays.copyOf(gzip(whole), gzip(whole).length / 2),
                        "is a truncated gzip file: fetch it again"),
                image("a gzip header", Arrays.copyOf(gzip(whole), 10), "is a truncated gzip file: fetch it again"),
                image(
                        "a damaged gzip",
                        damaged(gzip(whole)),
                        "is a damaged gzip file (Corrupt GZIP trailer): fetch it again"),
                image(
                        "gzip of gzip",
                        gzip(gzip(whole)),
                        "has magic 529205248, expected 2051: not an IDX file; pass one of unsigned bytes"),
                image(
                        "a gzip that goes on",
                        gzip(Arrays.copyOf(whole, 1000)),
                        "goes on after the 76 bytes that its header promises; fetch it again"),
                image(
                        "a bomb of 64 MB",
                        gzip(Arrays.copyOf(whole, 1 << 26)),
                        "goes on after the 76 bytes that its header promises; fetch it again"),
                image(
                        "a gzip that promises all",
                        promisesAll,
                        "promises 36,028,797,002,186,768 bytes in its header, more than its " + promisesAll.length
                                + " of gzip can hold; fetch it again"));
    }

    private static Hostile image(String what, byte[] content, String message) {
        return new Hostile(
                what,
                Map.of("pictures", content),
                List.of("--images", "idx:DIR/pictures"),
                "file:DIR/pictures " + message);
    }

    /** A file of labels, beside one of three images. */
    static Stream<Hostile> labels() {
        return Stream.of(
                label(
                        "a label beyond the images",
                        idx(LABELS, new byte[4], 4),
                        "file:DIR/" + PICTURES + " has 3 images but file:DIR/" + NAMES
                                + " has 4 labels; pass two files of one set"),
                label(
                        "an image without a label",
                        idx(LABELS, new byte[2], 2),
                        "file:DIR/" + PICTURES + " has 3 images but file:DIR/" + NAMES
                                + " has 2 labels; pass two files of one set"),
                label(
                        "a missing label",
                        idx(LABELS, new byte[2], 3),
                        "file:DIR/" + NAMES
                                + " is truncated: its header promises 11 bytes, found 10 (1 missing); fetch it again"),
                label(
                        "a label after the last",
                        idx(LABELS, new byte[4], 3),
                        "file:DIR/" + NAMES + " has 1 bytes after the 11 that its header promises; fetch it again"),
                label(
                        "2^31 - 1 labels",
                        idx(LABELS, new byte[3], Integer.MAX_VALUE),
                        "file:DIR/" + NAMES
                                + " is truncated: its header promises 2,147,483,655 bytes, found 11 (2,147,483,644 missing); fetch it again"),
                label(
                        "images for labels",
                        idx(IMAGES, new byte[60], 3, 4, 5),
                        "file:DIR/" + NAMES
                                + " has magic 2051, expected 2049: these look like images; pass the labels file"),
                label(
                        "half of a gzip of labels",
                        Arrays.copyOf(gzip(idx(LABELS, new byte[3], 3)), 15),
                        "file:DIR/" + NAMES + " is a truncated gzip file: fetch it again"));
    }

    private static Hostile label(String what, byte[] content, String message) {
        return new Hostile(
                what,
                Map.of(PICTURES, idx(IMAGES, new byte[3 * 4 * 5], 3, 4, 5), NAMES, content),
                List.of("--images", "idx:DIR/" + PICTURES),
                message);
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
