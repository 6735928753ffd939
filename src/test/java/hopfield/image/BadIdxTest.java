package hopfield.image;

import static hopfield.image.TestIdx.COUNT;
import static hopfield.image.TestIdx.gzip;
import static hopfield.image.TestIdx.header;
import static hopfield.image.TestIdx.images;
import static hopfield.image.TestIdx.labels;
import static hopfield.image.TestIdx.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDX files that are wrong, and the line that each gets. */
class BadIdxTest {
    @TempDir
    private Path folder;

    private TestIdx files;

    @BeforeEach
    void start() {
        files = new TestIdx(folder);
    }

    @Test
    void labelsGivenAsImagesAreTold() throws Exception {
        files.write("labels", false, labels(COUNT));

        files.refused("labels")
                .hasMessage("file:" + folder + "/labels has magic 2049, expected 2051: these look like labels; pass the"
                        + " images file");
    }

    @Test
    void truncatedImagesNameTheMissingBytes() throws Exception {
        byte[] whole = images();
        files.write("short", false, Arrays.copyOf(whole, whole.length - 7));

        files.refused("short")
                .hasMessage(
                        "file:" + folder + "/short is truncated: its header promises 166 bytes, found 159 (7 missing);"
                                + " fetch it again");
    }

    @Test
    void truncationAtAnyByteIsOneLine() throws Exception {
        byte[] whole = images();
        for (int bytes = 0; bytes < whole.length; bytes++) {
            files.write("cut", false, Arrays.copyOf(whole, bytes));
            files.refused("cut")
                    .message()
                    .startsWith("file:" + folder + "/cut ")
                    .doesNotContain("\n");
        }
    }

    @Test
    void bytesAfterAGzipStreamAreToldAndASecondStreamIsNot() throws Exception {
        for (byte[] tail : List.of(new byte[1], new byte[30], "no gzip, but words after one".getBytes())) {
            Files.write(folder.resolve("tail.gz"), concat(gzip(images()), tail));
            files.refused("tail.gz")
                    .hasMessage("file:" + folder + "/tail.gz goes on after the end of its gzip stream; fetch it again");
        }
        byte[] whole = images();
        Files.write(
                folder.resolve("two.gz"),
                concat(gzip(Arrays.copyOf(whole, 50)), gzip(Arrays.copyOfRange(whole, 50, whole.length))));
        assertThat(open("idx:" + folder + "/two.gz").count()).isEqualTo(COUNT);
    }

    @Test
    void aTruncatedGzipFileIsTold() throws Exception {
        byte[] whole = gzip(images());
        for (int bytes = 2; bytes < whole.length; bytes++) {
            files.write("cut.gz", false, Arrays.copyOf(whole, bytes));
            files.refused("cut.gz")
                    .message()
                    .startsWith("file:" + folder + "/cut.gz ")
                    .doesNotContain("\n");
        }
        files.write("cut.gz", false, Arrays.copyOf(whole, whole.length - 9));
        files.refused("cut.gz").hasMessage("file:" + folder + "/cut.gz is a truncated gzip file: fetch it again");
    }

    @Test
    void bytesAfterTheLastImageAreTold() throws Exception {
        byte[] whole = images();
        files.write("long", false, Arrays.copyOf(whole, whole.length + 2));

        files.refused("long")
                .hasMessage(
                        "file:" + folder + "/long has 2 bytes after the 166 that its header promises; fetch it again");
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 5, 0", "-1, 3, 5, 4294967295", "10, -2, 5, 4294967294"})
    void dimensionsThatAreNoneAreTold(int count, int rows, int columns, String claimed) throws Exception {
        files.write("bad", false, header(count, rows, columns));

        files.refused("bad")
                .hasMessage("file:" + folder + "/bad claims a dimension of " + claimed
                        + ", expected 1..2147483647; fetch it again");
    }

    @Test
    void absurdPicturesAreRefusedBeforeTheyAreRead() throws Exception {
        files.write("huge", false, header(1, 65_536, 65_536));

        files.refused("huge")
                .hasMessage(
                        "file:" + folder
                                + "/huge claims images of 65536x65536 pixels, more than the 16777216 that are read; pass smaller ones");
    }

    @Test
    void imagesAndLabelsOfDifferentCountsAreTold() throws Exception {
        files.write("train-images-idx3-ubyte", false, images());
        files.write("train-labels-idx1-ubyte", false, labels(COUNT + 1));

        files.refused("train-images-idx3-ubyte")
                .hasMessage("file:" + folder + "/train-images-idx3-ubyte has 10 images but file:" + folder
                        + "/train-labels-idx1-ubyte has 11 labels; pass two files of one set");
    }

    @ParameterizedTest
    @CsvSource({"false, 2, 2", "false, 7, 7", "true, 2, 8", "true, 7, 8"})
    void labelsThatEndEarlyOnceTheyWereOpenedAreTold(boolean gzipped, int left, int missing) throws Exception {
        String name = "train-labels-idx1-ubyte" + (gzipped ? ".gz" : "");
        files.write("train-images-idx3-ubyte", false, images());
        files.write("train-labels-idx1-ubyte", gzipped, labels(COUNT));
        ImageSource source = open("idx:" + folder + "/train-images-idx3-ubyte");
        byte[] cut = Arrays.copyOf(labels(COUNT), 8 + left);
        byte[] zipped = gzip(cut);
        Files.write(folder.resolve(name), gzipped ? Arrays.copyOf(zipped, zipped.length - 9) : cut);

        assertThatThrownBy(() -> source.read(1, 9))
                .isInstanceOf(BadInput.class)
                .hasMessage(changed(name, "label " + missing));
    }

    @Test
    void imagesThatEndEarlyOnceTheyWereOpenedAreTold() throws Exception {
        files.write("pictures", true, images());
        ImageSource source = open("idx:" + folder + "/pictures.gz");
        byte[] cut = gzip(Arrays.copyOf(images(), 16 + 4 * TestIdx.ROWS * TestIdx.COLUMNS));
        Files.write(folder.resolve("pictures.gz"), Arrays.copyOf(cut, cut.length - 9));

        assertThatThrownBy(() -> source.read(6, 9))
                .isInstanceOf(BadInput.class)
                .hasMessage(changed("pictures.gz", "image 6"));
        assertThatThrownBy(() -> source.read(1, 9).forEachRemaining(image -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessage(changed("pictures.gz", "image 4"));
    }

    private String changed(String name, String missing) {
        return "file:" + folder + "/" + name + " has changed while it was read: it ends before " + missing
                + "; make sure that nobody writes it, and give the same command again";
    }

    @Test
    void aMissingFileIsTold() {
        files.refused("none").hasMessage("file:" + folder + "/none does not exist; pass an IDX file");
        assertThatThrownBy(() -> open("mnist:" + folder))
                .isInstanceOf(BadInput.class)
                .hasMessage("file:" + folder
                        + " has no train-images-idx3-ubyte[.gz]; pass the folder that holds MNIST's four IDX"
                        + " files as --images mnist:DIR");
    }

    @Test
    void aFolderInTheLabelsPlaceIsTold() throws Exception {
        files.write("train-images-idx3-ubyte", false, images());
        Files.createDirectory(folder.resolve("train-labels-idx1-ubyte"));

        files.refused("train-images-idx3-ubyte")
                .hasMessage(
                        "file:" + folder + "/train-labels-idx1-ubyte is a folder, expected the IDX file of the images'"
                                + " labels; rename or remove it");
        files.refused(".")
                .hasMessage("file:" + folder
                        + " is a folder, expected an IDX file; for a folder of pictures pass --images folder:file:"
                        + folder);
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }
}
