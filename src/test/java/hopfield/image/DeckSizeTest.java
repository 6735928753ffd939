package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeckSizeTest {
    private static final Images IMAGES = new Images(new HadoopFiles(new Configuration()), Map.of());

    @TempDir
    private Path folder;

    @Test
    void generatedImagesHaveTheSizeThatWasAskedFor() {
        assertThat(size("random:500x600")).isEqualTo(new DeckSize("random patterns", 500, 25, 24));
        assertThat(size("digits:7").neurons()).isEqualTo(784);
    }

    @Test
    void anIdxFileIsReadNoFurtherThanItsHeader() throws IOException {
        byte[] header = header(0x803, 3000);
        Path plain = Files.write(folder.resolve("a-images-idx3-ubyte"), header);
        Path zipped = folder.resolve("b-images-idx3-ubyte.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(header);
        }

        assertThat(size("idx:" + plain)).isEqualTo(new DeckSize("a-images-idx3-ubyte", 3000, 6, 5));
        assertThat(size("idx:" + zipped)).isEqualTo(new DeckSize("b-images-idx3-ubyte", 3000, 6, 5));
    }

    @Test
    void mnistIsTheSumOfItsPartsAndKnownWhereItIsNot() throws IOException {
        assertThat(size("mnist:" + folder)).isEqualTo(new DeckSize("MNIST", 70_000, 28, 28));
        Files.write(folder.resolve("train-images-idx3-ubyte"), header(0x803, 60));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), header(0x803, 10));

        assertThat(size("mnist:" + folder)).isEqualTo(new DeckSize("MNIST", 70, 6, 5));
    }

    @Test
    void whatIsNoImagesFileIsRefused() throws IOException {
        Path labels = Files.write(folder.resolve("labels"), header(0x801, 60));

        assertThatThrownBy(() -> size("idx:" + labels))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has magic 2049, expected 2051: these look like labels; pass the images file");
        assertThatThrownBy(() -> size("idx:" + folder.resolve("none")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("none does not exist; pass an IDX file");
    }

    /** The files hold no pixel, so that nothing but headers can have been read. */
    @Test
    void picturesThatAreScaledAreNotReadEither() throws IOException {
        Path file = Files.write(folder.resolve("images"), header(0x803, 3000));
        Preparation scaled = new Preparation(Optional.of(new Shape(10, 20)), Threshold.HALF);

        assertThat(IMAGES.size("idx:" + file, new Seed(1), scaled, false))
                .isEqualTo(new DeckSize("images", 3000, 10, 20));
        assertThat(IMAGES.size("mnist:" + folder, new Seed(1), scaled, false))
                .isEqualTo(new DeckSize("MNIST", 70_000, 10, 20));
        assertThat(IMAGES.size("digits:7", new Seed(1), scaled, false).neurons())
                .isEqualTo(200);
    }

    private static byte[] header(int magic, int images) {
        return ByteBuffer.allocate(16)
                .putInt(magic)
                .putInt(images)
                .putInt(5)
                .putInt(6)
                .array();
    }

    private static DeckSize size(String spec) {
        return IMAGES.size(spec, new Seed(1), Preparation.NONE, false);
    }
}
