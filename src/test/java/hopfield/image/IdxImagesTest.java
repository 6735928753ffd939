package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.pattern.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxImagesTest {
    private static final int COUNT = 10;
    private static final int ROWS = 3;
    private static final int COLUMNS = 5;
    private static final Images IMAGES = new Images(new HadoopFiles(new Configuration()), Map.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRangeReadsItsOwnImagesAndLabels(boolean gzipped) throws Exception {
        write("train-images-idx3-ubyte", gzipped, images());
        write("train-labels-idx1-ubyte", gzipped, labels(COUNT));
        ImageSource source = overTheWire(
                IMAGES.open("idx:" + folder + "/train-images-idx3-ubyte" + (gzipped ? ".gz" : ""), new Seed(1)));

        assertThat(source.count()).isEqualTo(COUNT);
        assertThat(source.width()).isEqualTo(COLUMNS);
        assertThat(source.height()).isEqualTo(ROWS);
        assertThat(source.checksums()).containsOnlyKeys("train-images-idx3-ubyte", "train-labels-idx1-ubyte");
        List<Image> all = read(source, 0, COUNT);
        assertThat(all).hasSize(COUNT);
        for (Image image : all) {
            assertThat(image.label()).isEqualTo(image.number() % 7);
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                assertThat(image.pattern().isUp(i)).isEqualTo(pixel(image.number(), i) < 0);
            }
        }
        assertThat(read(source, 3, 8)).isEqualTo(all.subList(3, 8));
        assertThat(read(source, 4, 4)).isEmpty();
    }

    @Test
    void imagesWithoutLabelsAreUnlabelled() throws Exception {
        write("pictures", false, images());

        assertThat(read(IMAGES.open("idx:" + folder + "/pictures", new Seed(1)), 0, COUNT))
                .extracting(Image::label)
                .containsOnly(Image.UNLABELLED);
    }

    @Test
    void allOfMnistIsOneDeckTrainFirst() throws Exception {
        for (String part : List.of("train", "t10k")) {
            write(part + "-images-idx3-ubyte", true, images());
            write(part + "-labels-idx1-ubyte", false, labels(COUNT));
        }
        ImageSource source = overTheWire(IMAGES.open("mnist:" + folder, new Seed(1)));

        List<Image> all = read(source, 0, 2 * COUNT);

        assertThat(source.count()).isEqualTo(2 * COUNT);
        assertThat(source.checksums()).hasSize(4);
        assertThat(all)
                .extracting(Image::number)
                .isEqualTo(IntStream.range(0, 2 * COUNT).boxed().toList());
        assertThat(all.get(COUNT + 2).pattern()).isEqualTo(all.get(2).pattern());
        assertThat(read(source, COUNT - 2, COUNT + 3)).isEqualTo(all.subList(COUNT - 2, COUNT + 3));
    }

    @Test
    void labelsGivenAsImagesAreTold() throws Exception {
        write("labels", false, labels(COUNT));

        refused("labels")
                .hasMessage("file:" + folder + "/labels has magic 2049, expected 2051: these look like labels; pass the"
                        + " images file");
    }

    @Test
    void truncatedImagesNameTheMissingBytes() throws Exception {
        byte[] whole = images();
        write("short", false, Arrays.copyOf(whole, whole.length - 7));

        refused("short")
                .hasMessage(
                        "file:" + folder + "/short is truncated: its header promises 166 bytes, found 159 (7 missing);"
                                + " fetch it again");
    }

    @Test
    void truncationAtAnyByteIsOneLine() throws Exception {
        byte[] whole = images();
        for (int bytes = 0; bytes < whole.length; bytes++) {
            write("cut", false, Arrays.copyOf(whole, bytes));
            refused("cut").message().startsWith("file:" + folder + "/cut ").doesNotContain("\n");
        }
    }

    @Test
    void bytesAfterAGzipStreamAreToldAndASecondStreamIsNot() throws Exception {
        for (byte[] tail : List.of(new byte[1], new byte[30], "no gzip, but words after one".getBytes())) {
            Files.write(folder.resolve("tail.gz"), concat(gzip(images()), tail));
            refused("tail.gz")
                    .hasMessage("file:" + folder + "/tail.gz goes on after the end of its gzip stream; fetch it again");
        }
        byte[] whole = images();
        Files.write(
                folder.resolve("two.gz"),
                concat(gzip(Arrays.copyOf(whole, 50)), gzip(Arrays.copyOfRange(whole, 50, whole.length))));
        assertThat(IMAGES.open("idx:" + folder + "/two.gz", new Seed(1)).count())
                .isEqualTo(COUNT);
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }

    @Test
    void aTruncatedGzipFileIsTold() throws Exception {
        byte[] whole = gzip(images());
        for (int bytes = 2; bytes < whole.length; bytes++) {
            write("cut.gz", false, Arrays.copyOf(whole, bytes));
            refused("cut.gz")
                    .message()
                    .startsWith("file:" + folder + "/cut.gz ")
                    .doesNotContain("\n");
        }
        write("cut.gz", false, Arrays.copyOf(whole, whole.length - 9));
        refused("cut.gz").hasMessage("file:" + folder + "/cut.gz is a truncated gzip file: fetch it again");
    }

    @Test
    void bytesAfterTheLastImageAreTold() throws Exception {
        byte[] whole = images();
        write("long", false, Arrays.copyOf(whole, whole.length + 2));

        refused("long")
                .hasMessage(
                        "file:" + folder + "/long has 2 bytes after the 166 that its header promises; fetch it again");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 5, 0", "-1, 3, 5, 4294967295", "10, -2, 5, 4294967294"})
    void dimensionsThatAreNoneAreTold(int count, int rows, int columns, String claimed) throws Exception {
        write("bad", false, header(IdxFile.IMAGES_MAGIC, count, rows, columns).array());

        refused("bad")
                .hasMessage("file:" + folder + "/bad claims a dimension of " + claimed
                        + ", expected 1..2147483647; fetch it again");
    }

    @Test
    void absurdPicturesAreRefusedBeforeTheyAreRead() throws Exception {
        write("huge", false, header(IdxFile.IMAGES_MAGIC, 1, 65_536, 65_536).array());

        refused("huge")
                .hasMessage(
                        "file:" + folder
                                + "/huge claims images of 65536x65536 pixels, more than the 16777216 that are read; pass smaller ones");
    }

    @Test
    void imagesAndLabelsOfDifferentCountsAreTold() throws Exception {
        write("train-images-idx3-ubyte", false, images());
        write("train-labels-idx1-ubyte", false, labels(COUNT + 1));

        refused("train-images-idx3-ubyte")
                .hasMessage("file:" + folder + "/train-images-idx3-ubyte has 10 images but file:" + folder
                        + "/train-labels-idx1-ubyte has 11 labels; pass two files of one set");
    }

    @Test
    void aMissingFileIsTold() {
        refused("none").hasMessage("file:" + folder + "/none does not exist; pass an IDX file");
        assertThatThrownBy(() -> IMAGES.open("mnist:" + folder, new Seed(1)))
                .isInstanceOf(BadInput.class)
                .hasMessage("file:" + folder
                        + " has no train-images-idx3-ubyte[.gz]; pass the folder that holds MNIST's four IDX"
                        + " files as --images mnist:DIR");
    }

    @Test
    void aFolderInTheLabelsPlaceIsTold() throws Exception {
        write("train-images-idx3-ubyte", false, images());
        Files.createDirectory(folder.resolve("train-labels-idx1-ubyte"));

        refused("train-images-idx3-ubyte")
                .hasMessage(
                        "file:" + folder + "/train-labels-idx1-ubyte is a folder, expected the IDX file of the images'"
                                + " labels; rename or remove it");
        refused(".")
                .hasMessage("file:" + folder
                        + " is a folder, expected an IDX file; for a folder of pictures pass --images folder:file:"
                        + folder);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(String name) {
        return assertThatThrownBy(() -> IMAGES.open("idx:" + folder.resolve(name), new Seed(1)))
                .isInstanceOf(BadInput.class);
    }

    private static List<Image> read(ImageSource source, int from, int until) {
        List<Image> images = new ArrayList<>();
        source.read(from, until).forEachRemaining(images::add);
        return images;
    }

    /** As an executor gets it. */
    private static ImageSource overTheWire(ImageSource source) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(source);
            return (ImageSource) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static byte pixel(int image, int pixel) {
        return (byte) (image * 37 + pixel * 53);
    }

    private static byte[] images() {
        ByteBuffer buffer = header(IdxFile.IMAGES_MAGIC, COUNT, ROWS, COLUMNS, COUNT * ROWS * COLUMNS);
        for (int image = 0; image < COUNT; image++) {
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                buffer.put(pixel(image, i));
            }
        }
        return buffer.array();
    }

    private static byte[] labels(int count) {
        ByteBuffer buffer =
                ByteBuffer.allocate(8 + count).putInt(IdxFile.LABELS_MAGIC).putInt(count);
        for (int image = 0; image < count; image++) {
            buffer.put((byte) (image % 7));
        }
        return buffer.array();
    }

    private static ByteBuffer header(int magic, int count, int rows, int columns) {
        return header(magic, count, rows, columns, 0);
    }

    private static ByteBuffer header(int magic, int count, int rows, int columns, int bytes) {
        return ByteBuffer.allocate(16 + bytes)
                .putInt(magic)
                .putInt(count)
                .putInt(rows)
                .putInt(columns);
    }

    private void write(String name, boolean gzipped, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name + (gzipped ? ".gz" : "")), gzipped ? gzip(bytes) : bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
