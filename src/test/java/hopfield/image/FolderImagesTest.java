package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImagesTest {
    @TempDir
    private Path folder;

    @Test
    void picturesAreNumberedInTheOrderOfTheirPathsAndLabelledByTheirFirstFolder() throws IOException {
        bar("dog/x.png", 1);
        bar("cat/young/a.gif", 2);
        bar("<script>/b.bmp", 3);
        bar("loose.png", 0);

        ImageSource images = open();

        assertThat(images.classes()).containsExactly("<script>", "cat", "dog");
        assertThat(names(images))
                .containsExactly("<script>/b.bmp.png", "cat/young/a.gif.png", "dog/x.png", "loose.png");
        assertThat(read(images)).extracting(Image::label).containsExactly(0, 1, 2, Image.UNLABELLED);
        assertThat(read(images)).extracting(Image::pattern).containsExactly(up(3), up(2), up(1), up(0));
        assertThat(read(images)).extracting(Image::number).containsExactly(0, 1, 2, 3);
        assertThat(images.warnings()).isEmpty();
        assertThat(images.name()).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void oneRangeOfThemIsAsPartOfAll() throws IOException {
        for (int k = 0; k < 40; k++) {
            bar("p" + k + ".png", k % 4);
        }
        List<Image> some = new ArrayList<>();
        open().read(17, 33).forEachRemaining(some::add);

        assertThat(some).isEqualTo(read(open()).subList(17, 33));
    }

    @Test
    void aNameThatHadoopCannotOpenIsLeftOut() throws IOException {
        bar("a.png", 1);
        bar("12:30.png", 2);

        ImageSource images = open();

        assertThat(images.count()).isEqualTo(1);
        assertThat(String.join(" ", images.warnings())).contains("12:30.png has a name that Hadoop cannot open");
    }

    @Test
    void hiddenFilesAreNotSeen() throws IOException {
        bar("a.png", 1);
        write(".b.png", new byte[0]);
        write("_c/d.png", new byte[0]);

        assertThat(open().count()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNamedAndLeftOut() throws IOException {
        bar("a.png", 1);
        write("b.png", new byte[0]);
        write("c/notes.txt", "words".getBytes());
        bar("d.png", 2);

        ImageSource images = open();

        assertThat(read(images)).extracting(Image::pattern).containsExactly(up(1), up(2));
        assertThat(images.warnings())
                .containsExactly("2 of 4 files of file:" + folder
                        + " left out: b.png is empty; c/notes.txt is no PNG, JPEG, GIF or BMP");
        assertThat(images.classes()).isEmpty();
        assertThatThrownBy(() -> open(Preparation.NONE, true))
                .isInstanceOf(BadInput.class)
                .hasMessage("file:" + folder
                        + ": b.png is empty; mend or remove it, or leave --strict out to skip such files");
    }

    @Test
    void ofManyFilesLeftOutTwentyAreNamed() throws IOException {
        bar("a.png", 1);
        for (int k = 10; k < 60; k++) {
            write("empty-" + k, new byte[0]);
        }

        assertThat(open().warnings().get(0))
                .startsWith("50 of 51 files of ")
                .contains("empty-29 is empty")
                .doesNotContain("empty-30")
                .endsWith("; and 30 more");
    }

    @Test
    void twoSizesAreNamedAndScalingIsTheWayOut() throws IOException {
        bar("a.png", 1);
        for (int k = 10; k < 50; k++) {
            bar("b" + k + ".png", 1);
        }
        write("c.png", TestPictures.file(TestPictures.colourful(7, 9), "png"));

        assertThatThrownBy(this::open)
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "file:" + folder + " has pictures of several sizes: a.png is 4 x 1, c.png is 7 x 9; pass --size"
                                + " 4x1 to scale them all");
        ImageSource scaled = open(new Preparation(Optional.of(new Shape(6, 5)), Threshold.HALF), false);
        assertThat(scaled.count()).isEqualTo(42);
        assertThat(read(scaled)).allMatch(image -> image.pattern().neurons() == 30);
        assertThat(scaled.width()).isEqualTo(6);
        assertThat(scaled.height()).isEqualTo(5);
    }

    @Test
    void whereThereIsNoPictureTheFirstComplaintSaysWhy() throws IOException {
        assertThatThrownBy(this::open)
                .hasMessage("file:" + folder + " holds no file; pass a folder of PNG, JPEG, GIF or BMP pictures");
        write("a.txt", "words".getBytes());
        write("b.txt", "words".getBytes());
        assertThatThrownBy(this::open)
                .hasMessage(
                        "file:" + folder + " holds no picture: of its 2 files the first a.txt is no PNG, JPEG, GIF or"
                                + " BMP; expected PNG, JPEG, GIF or BMP");
        assertThatThrownBy(() -> open("folder:" + folder + "/a.txt", Preparation.NONE, false))
                .hasMessage("file:" + folder + "/a.txt is a file, expected a folder of pictures");
        assertThatThrownBy(() -> open("folder:/nowhere", Preparation.NONE, false))
                .hasMessage("file:/nowhere does not exist; pass a folder of pictures as --images folder:DIR");
    }

    @Test
    void theChecksumIsOfNamesAndBytes() throws IOException {
        bar("a.png", 1);
        bar("b.png", 2);
        Map<String, String> before = open().checksums();

        assertThat(open().checksums()).isEqualTo(before).containsOnlyKeys(folder.getFileName() + "/");
        Files.move(folder.resolve("b.png"), folder.resolve("c.png"));
        Map<String, String> renamed = open().checksums();
        assertThat(renamed).isNotEqualTo(before);
        bar("c.png", 3);
        assertThat(open().checksums()).isNotEqualTo(renamed);
    }

    @Test
    void noTwoRestoredPicturesHaveOneName() throws IOException {
        bar("a.gif", 1);
        bar("a.gif.png", 2);
        bar("a.GIF", 2);
        bar("A.PNG", 2);

        assertThat(names(open())).containsExactly("A.PNG", "a.GIF.png", "a.gif~2.png", "a.gif.png");
    }

    @Test
    void everyFolderIsGoneThroughOnceWhereverLinksLead(@TempDir Path outside) throws IOException {
        bar("cat/a.png", 1);
        bar("dog/b.png", 2);
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Files.createSymbolicLink(folder.resolve("cat/up"), folder);
        Files.createSymbolicLink(folder.resolve("all cats"), folder.resolve("cat"));
        Files.copy(folder.resolve("cat/a.png"), outside.resolve("c.png"));
        Files.createSymbolicLink(outside.resolve("round"), outside);
        Files.createSymbolicLink(folder.resolve("more"), outside);
        Files.createSymbolicLink(folder.resolve("more still"), outside);

        assertThat(names(open())).containsExactly("cat/a.png", "dog/b.png", "more/c.png");
        assertThat(open().classes()).containsExactly("cat", "dog", "more");
    }

    @Test
    void linksToNowhereAndDevicesAreNamedAndLeftOut() throws IOException {
        bar("a.png", 1);
        Files.createSymbolicLink(folder.resolve("b.png"), folder.resolve("gone.png"));
        Files.createSymbolicLink(folder.resolve("c.png"), folder.resolve("c.png"));
        Files.createSymbolicLink(folder.resolve("d.png"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("e.png"), folder.resolve("a.png"));

        ImageSource images = open();

        assertThat(names(images)).containsExactly("a.png", "e.png");
        assertThat(images.warnings())
                .containsExactly("3 of 5 files of file:" + folder
                        + " left out: b.png is a broken link; c.png is a broken link; d.png is no regular file");
    }

    @Test
    void aFileThatIsNotWhatItsChecksumSaysIsLeftOut() throws IOException {
        bar("a.png", 1);
        bar("b.png", 2);
        org.apache.hadoop.fs.Path b = new org.apache.hadoop.fs.Path(folder + "/b.png");
        try (OutputStream out = FileSystem.getLocal(new Configuration()).create(b, true)) {
            out.write(TestPictures.file(TestPictures.colourful(4, 1), "png"));
        }
        bar("b.png", 3);

        assertThat(open().warnings())
                .containsExactly("1 of 2 files of file:" + folder
                        + " left out: b.png is not what its checksum file says (.b.png.crc)");
    }

    @Test
    void aPictureThatChangesAfterItWasCheckedIsNamed() throws IOException {
        bar("a.png", 1);
        ImageSource images = open();
        write("a.png", TestPictures.file(TestPictures.colourful(7, 9), "png"));

        assertThatThrownBy(() -> read(images))
                .isInstanceOf(BadInput.class)
                .hasMessage("file:" + folder + " has changed while it was read: a.png is 7 x 9");
    }

    /** Four pixels, of which one is white. */
    private void bar(String name, int white) throws IOException {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(white, 0, 0xffffff);
        String format = name.substring(name.lastIndexOf('.') + 1);
        write(name, TestPictures.file(image, format));
    }

    private static Pattern up(int pixel) {
        boolean[] up = new boolean[4];
        up[pixel] = true;
        return Pattern.of(up);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private ImageSource open() {
        return open(Preparation.NONE, false);
    }

    private ImageSource open(Preparation preparation, boolean strict) {
        return open("folder:" + folder, preparation, strict);
    }

    private static ImageSource open(String spec, Preparation preparation, boolean strict) {
        return new Images(new HadoopFiles(new Configuration()), Map.of()).open(spec, new Seed(1), preparation, strict);
    }

    private static List<String> names(ImageSource images) {
        return IntStream.range(0, images.count()).mapToObj(images::fileName).toList();
    }

    private static List<Image> read(ImageSource source) {
        List<Image> images = new ArrayList<>();
        source.read(0, source.count()).forEachRemaining(images::add);
        return images;
    }
}
