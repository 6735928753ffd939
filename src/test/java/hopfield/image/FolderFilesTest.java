package hopfield.image;

import static hopfield.image.TestFolder.names;
import static hopfield.image.TestFolder.read;
import static hopfield.image.TestFolder.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are taken for pictures, and what is said of the others. */
class FolderFilesTest {
    @TempDir
    private Path folder;

    private TestFolder pictures;

    @BeforeEach
    void start() {
        pictures = new TestFolder(folder);
    }

    @Test
    void aNameThatHadoopCannotOpenIsLeftOut() throws IOException {
        pictures.bar("a.png", 1);
        pictures.bar("12:30.png", 2);

        ImageSource images = pictures.open();

        assertThat(images.count()).isEqualTo(1);
        assertThat(String.join(" ", images.warnings())).contains("12:30.png has a name that Hadoop cannot open");
    }

    @Test
    void hiddenFilesAreNotSeen() throws IOException {
        pictures.bar("a.png", 1);
        pictures.write(".b.png", new byte[0]);
        pictures.write("_c/d.png", new byte[0]);

        assertThat(pictures.open().count()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsNamedAndLeftOut() throws IOException {
        pictures.bar("a.png", 1);
        pictures.write("b.png", new byte[0]);
        pictures.write("c/notes.txt", "words".getBytes());
        pictures.bar("d.png", 2);

        ImageSource images = pictures.open();

        assertThat(read(images)).extracting(Image::pattern).containsExactly(up(1), up(2));
        assertThat(images.warnings())
                .containsExactly("2 of 4 files of file:" + folder
                        + " left out: b.png is empty; c/notes.txt is no PNG, JPEG, GIF or BMP");
        assertThat(images.classes()).isEmpty();
        assertThatThrownBy(() -> pictures.open(Preparation.NONE, true))
                .isInstanceOf(BadInput.class)
                .hasMessage("file:" + folder
                        + ": b.png is empty; mend or remove it, or leave --strict out to skip such files");
    }

    @Test
    void ofManyFilesLeftOutTwentyAreNamed() throws IOException {
        pictures.bar("a.png", 1);
        for (int k = 10; k < 60; k++) {
            pictures.write("empty-" + k, new byte[0]);
        }

        assertThat(pictures.open().warnings().get(0))
                .startsWith("50 of 51 files of ")
                .contains("empty-29 is empty")
                .doesNotContain("empty-30")
                .endsWith("; and 30 more");
    }

    @Test
    void everyFolderIsGoneThroughOnceWhereverLinksLead(@TempDir Path outside) throws IOException {
        pictures.bar("cat/a.png", 1);
        pictures.bar("dog/b.png", 2);
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Files.createSymbolicLink(folder.resolve("cat/up"), folder);
        Files.createSymbolicLink(folder.resolve("all cats"), folder.resolve("cat"));
        Files.copy(folder.resolve("cat/a.png"), outside.resolve("c.png"));
        Files.createSymbolicLink(outside.resolve("round"), outside);
        Files.createSymbolicLink(folder.resolve("more"), outside);
        Files.createSymbolicLink(folder.resolve("more still"), outside);

        assertThat(names(pictures.open())).containsExactly("cat/a.png", "dog/b.png", "more/c.png");
        assertThat(pictures.open().classes()).containsExactly("cat", "dog", "more");
    }

    @Test
    void linksToNowhereAndDevicesAreNamedAndLeftOut() throws IOException {
        pictures.bar("a.png", 1);
        Files.createSymbolicLink(folder.resolve("b.png"), folder.resolve("gone.png"));
        Files.createSymbolicLink(folder.resolve("c.png"), folder.resolve("c.png"));
        Files.createSymbolicLink(folder.resolve("d.png"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("e.png"), folder.resolve("a.png"));

        ImageSource images = pictures.open();

        assertThat(names(images)).containsExactly("a.png", "e.png");
        assertThat(images.warnings())
                .containsExactly("3 of 5 files of file:" + folder
                        + " left out: b.png is a broken link; c.png is a broken link; d.png is no regular file");
    }

    @Test
    void aFileThatIsNotWhatItsChecksumSaysIsLeftOut() throws IOException {
        pictures.bar("a.png", 1);
        pictures.bar("b.png", 2);
        org.apache.hadoop.fs.Path b = new org.apache.hadoop.fs.Path(folder + "/b.png");
        try (OutputStream out = FileSystem.getLocal(new Configuration()).create(b, true)) {
            out.write(TestPictures.file(TestPictures.colourful(4, 1), "png"));
        }
        pictures.bar("b.png", 3);

        assertThat(pictures.open().warnings())
                .containsExactly("1 of 2 files of file:" + folder
                        + " left out: b.png is not what its checksum file says (.b.png.crc)");
    }
}
