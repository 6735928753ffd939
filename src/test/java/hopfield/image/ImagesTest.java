package hopfield.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfield.BadInput;
import hopfield.pattern.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
    private static final HadoopFiles FILES = new HadoopFiles(new Configuration());
    private static final Images IMAGES = new Images(FILES, Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cifar       | --images cifar is not known; expected mnist[:DIR], idx:FILE, folder:DIR, digits[:COUNT] or random:COUNTxN",
                "mnist:      | --images mnist: ends at its colon; expected mnist[:DIR], idx:FILE, folder:DIR, digits[:COUNT] or random:COUNTxN",
                "idx         | --images idx is not known; expected mnist[:DIR], idx:FILE, folder:DIR, digits[:COUNT] or random:COUNTxN",
                "random:5    | --images random:5 is not known; expected mnist[:DIR], idx:FILE, folder:DIR, digits[:COUNT] or random:COUNTxN",
                "random:0x9  | --images random:0x9: '0' is not a number from 1 to 2147483647",
                "digits:many | --images digits:many: 'many' is not a number from 1 to 2147483647",
                "digits:9999999999 | --images digits:9999999999: '9999999999' is not a number from 1 to 2147483647"
            })
    void sourcesThatAreNoneAreRefused(String spec, String message) {
        assertThatThrownBy(() -> IMAGES.open(spec, new Seed(1)))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void mnistThatCannotBeHadSaysWhatToDo() {
        Images offline = new Images(FILES, Map.of(), Workers.HERE, () -> {
            throw new BadInput("https://mirror/x.gz cannot be fetched: no route");
        });

        assertThatThrownBy(() -> offline.open("mnist", new Seed(1)))
                .isInstanceOf(BadInput.class)
                .hasMessage("MNIST is neither in $MNIST_DIR nor in data/mnist and cannot be downloaded"
                        + " (https://mirror/x.gz cannot be fetched: no route); pass --images mnist:DIR, or --images digits"
                        + " for built-in ones");
    }

    @Test
    void aNamedMnistFolderIsNeverPassedOver() {
        Images images = new Images(FILES, Map.of("MNIST_DIR", "/nowhere"), Workers.HERE, () -> {
            throw new AssertionError("must not download");
        });

        assertThatThrownBy(() -> images.open("mnist", new Seed(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("file:/nowhere has no train-images-idx3-ubyte[.gz]");
    }

    @Test
    void generatedImagesAreFunctionsOfSeedAndNumber() {
        for (String spec : List.of("digits:50", "random:50x70")) {
            ImageSource source = IMAGES.open(spec, new Seed(1));
            List<Image> all = read(source, 0, 50);

            assertThat(read(source, 20, 30)).isEqualTo(all.subList(20, 30));
            assertThat(read(IMAGES.open(spec, new Seed(1)), 0, 50)).isEqualTo(all);
            assertThat(read(IMAGES.open(spec, new Seed(2)), 0, 50)).isNotEqualTo(all);
        }
    }

    @Test
    void randomPatternsAreUnbiasedAndAsSquareAsTheyCanBe() {
        ImageSource source = IMAGES.open("random:2000x784", new Seed(1));

        double up = read(source, 0, 2000).stream()
                .mapToInt(image -> image.pattern().foreground())
                .average()
                .orElseThrow();

        assertThat(up / 784).isEqualTo(.5, within(5 * .5 / Math.sqrt(2000 * 784.0)));
        assertThat(source.width()).isEqualTo(28);
        assertThat(IMAGES.open("random:1x12", new Seed(1)).height()).isEqualTo(3);
        assertThat(IMAGES.open("random:1x13", new Seed(1)).width()).isEqualTo(13);
    }

    @Test
    void builtInDigitsAreLabelledInTurn() {
        assertThat(read(IMAGES.open("digits:12", new Seed(1)), 0, 12))
                .extracting(Image::label)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    }

    private static List<Image> read(ImageSource source, int from, int until) {
        List<Image> images = new ArrayList<>();
        source.read(from, until).forEachRemaining(images::add);
        return images;
    }
}
