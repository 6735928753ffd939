package hopfield.image;

import static hopfield.image.TestFolder.names;
import static hopfield.image.TestFolder.read;
import static hopfield.image.TestFolder.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImagesTest {
    @TempDir
    private Path folder;

    private TestFolder pictures;

    @BeforeEach
    void start() {
        pictures = new TestFolder(folder);
    }

    @Test
    void picturesAreNumberedInTheOrderOfTheirPathsAndLabelledByTheirFirstFolder() throws IOException {
        pictures.bar("dog/x.png", 1);
        pictures.bar("cat/young/a.gif", 2);
        pictures.bar("<script>/b.bmp", 3);
        pictures.bar("loose.png", 0);

        ImageSource images = pictures.open();

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
            pictures.bar("p" + k + ".png", k % 4);
        }
        assertThat(read(pictures.open(), 17, 33))
                .isEqualTo(read(pictures.open()).subList(17, 33));
    }

    @Test
    void twoSizesAreNamedAndScalingIsTheWayOut() throws IOException {
        pictures.bar("a.png", 1);
        for (int k = 10; k < 50; k++) {
            pictures.bar("b" + k + ".png", 1);
        }
        pictures.write("c.png", TestPictures.file(TestPictures.colourful(7, 9), "png"));

        assertThatThrownBy(pictures::open)
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "file:" + folder + " has pictures of several sizes: a.png is 4 x 1, c.png is 7 x 9; pass --size"
                                + " 4x1 to scale them all");
        ImageSource scaled = pictures.open(new Preparation(Optional.of(new Shape(6, 5)), Threshold.HALF), false);
        assertThat(scaled.count()).isEqualTo(42);
        assertThat(read(scaled)).allMatch(image -> image.pattern().neurons() == 30);
        assertThat(scaled.width()).isEqualTo(6);
        assertThat(scaled.height()).isEqualTo(5);
    }

    @Test
    void whereThereIsNoPictureTheFirstComplaintSaysWhy() throws IOException {
        assertThatThrownBy(pictures::open)
                .hasMessage("file:" + folder + " holds no file; pass a folder of PNG, JPEG, GIF or BMP pictures");
        pictures.write("a.txt", "words".getBytes());
        pictures.write("b.txt", "words".getBytes());
        assertThatThrownBy(pictures::open)
                .hasMessage(
                        "file:" + folder + " holds no picture: of its 2 files the first a.txt is no PNG, JPEG, GIF or"
                                + " BMP; expected PNG, JPEG, GIF or BMP");
        assertThatThrownBy(() -> TestFolder.open("folder:" + folder + "/a.txt", Preparation.NONE, false))
                .hasMessage("file:" + folder + "/a.txt is a file, expected a folder of pictures");
        assertThatThrownBy(() -> TestFolder.open("folder:/nowhere", Preparation.NONE, false))
                .hasMessage("file:/nowhere does not exist; pass a folder of pictures as --images folder:DIR");
    }

    @Test
    void theChecksumIsOfNamesAndBytes() throws IOException {
        pictures.bar("a.png", 1);
        pictures.bar("b.png", 2);
        Map<String, String> before = pictures.open().checksums();

        assertThat(pictures.open().checksums()).isEqualTo(before).containsOnlyKeys(folder.getFileName() + "/");
        Files.move(folder.resolve("b.png"), folder.resolve("c.png"));
        Map<String, String> renamed = pictures.open().checksums();
        assertThat(renamed).isNotEqualTo(before);
        pictures.bar("c.png", 3);
        assertThat(pictures.open().checksums()).isNotEqualTo(renamed);
    }

    @Test
    void noTwoRestoredPicturesHaveOneName() throws IOException {
        pictures.bar("a.gif", 1);
        pictures.bar("a.gif.png", 2);
        pictures.bar("a.GIF", 2);
        pictures.bar("A.PNG", 2);

        assertThat(names(pictures.open())).containsExactly("A.PNG", "a.GIF.png", "a.gif~2.png", "a.gif.png");
    }

    @Test
    void aPictureThatChangesAfterItWasCheckedIsNamed() throws IOException {
        pictures.bar("a.png", 1);
        ImageSource images = pictures.open();
        pictures.write("a.png", TestPictures.file(TestPictures.colourful(7, 9), "png"));

        assertThatThrownBy(() -> read(images))
                .isInstanceOf(BadInput.class)
                .hasMessage("file:" + folder + " has changed while it was read: a.png is 7 x 9");
    }
}
