package hopfield.image;

import static hopfield.image.TestFolder.read;
import static hopfield.image.TestIdx.COLUMNS;
import static hopfield.image.TestIdx.COUNT;
import static hopfield.image.TestIdx.ROWS;
import static hopfield.image.TestIdx.images;
import static hopfield.image.TestIdx.labels;
import static hopfield.image.TestIdx.open;
import static hopfield.image.TestIdx.pixel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxImagesTest {
    @TempDir
    private Path folder;

    private TestIdx files;

    @BeforeEach
    void start() {
        files = new TestIdx(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRangeReadsItsOwnImagesAndLabels(boolean gzipped) throws Exception {
        files.write("train-images-idx3-ubyte", gzipped, images());
        files.write("train-labels-idx1-ubyte", gzipped, labels(COUNT));
        ImageSource source = overTheWire(open("idx:" + folder + "/train-images-idx3-ubyte" + (gzipped ? ".gz" : "")));

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
        files.write("pictures", false, images());

        assertThat(read(open("idx:" + folder + "/pictures"), 0, COUNT))
                .extracting(Image::label)
                .containsOnly(Image.UNLABELLED);
    }

    @Test
    void allOfMnistIsOneDeckTrainFirst() throws Exception {
        for (String part : List.of("train", "t10k")) {
            files.write(part + "-images-idx3-ubyte", true, images());
            files.write(part + "-labels-idx1-ubyte", false, labels(COUNT));
        }
        ImageSource source = overTheWire(open("mnist:" + folder));

        List<Image> all = read(source, 0, 2 * COUNT);

        assertThat(source.count()).isEqualTo(2 * COUNT);
        assertThat(source.checksums()).hasSize(4);
        assertThat(all)
                .extracting(Image::number)
                .isEqualTo(IntStream.range(0, 2 * COUNT).boxed().toList());
        assertThat(all.get(COUNT + 2).pattern()).isEqualTo(all.get(2).pattern());
        assertThat(read(source, COUNT - 2, COUNT + 3)).isEqualTo(all.subList(COUNT - 2, COUNT + 3));
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
}
