package hopfield.cli;

import static hopfield.cli.Spoiling.bad;
import static hopfield.cli.Spoiling.mistake;
import static hopfield.cli.Spoiling.pictures;
import static hopfield.cli.Spoiling.png;
import static hopfield.cli.Spoiling.run;
import static hopfield.cli.Spoiling.tree;
import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.TestPictures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures and folders that are wrong: each is one line, status 2, and nothing written. */
@ExtendWith(AsSubmitted.class)
class BadPicturesTest {
    @TempDir
    private Path folder;

    static List<Arguments> files() {
        byte[] good = png(12, 10);
        return List.of(
                bad("no picture at all", of("words".getBytes()), "bad.png is no PNG, JPEG, GIF or BMP"),
                bad("nothing in it", of(new byte[0]), "bad.png is empty"),
                bad(
                        "half a PNG",
                        of(Arrays.copyOf(good, good.length / 2)),
                        "bad.png is damaged (Unexpected end of ZLIB input stream)"),
                bad(
                        "a decompression bomb",
                        of(header(60_000, 60_000)),
                        "bad.png claims 60000 x 60000 pixels, expected 1 to 50 million"),
                bad("a picture without pixels", of(header(0, 7)), "bad.png is damaged (Image width <= 0!)"),
                bad("a huge file", BadPicturesTest::huge, "bad.png is larger than 64 MB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aBadPictureIsNamed(String what, Spoiling spoiling, String complaint) throws IOException {
        Path pictures = pictures(folder.resolve("pictures"), 12, 10);
        spoiling.spoil(pictures);
        List<String> before = tree(folder);
        String sweep = "sweep --images folder:" + pictures + " --rule nearest --patterns 2 --noise flip=0.1 --out ";

        Commands.Outcome strict = run(sweep + folder.resolve("strict") + " --strict");

        assertThat(strict)
                .isEqualTo(mistake("file:" + pictures + ": " + complaint
                        + "; mend or remove it, or leave --strict out to skip such files"));
        assertThat(tree(folder)).isEqualTo(before);
        Commands.Outcome lenient = run(sweep + folder.resolve("lenient"));
        assertThat(lenient.status()).as(lenient.err()).isZero();
        assertThat(Files.readString(folder.resolve("lenient/run.json")))
                .contains("1 of 3 files of file:" + pictures + " left out: " + complaint);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void aBadFolderOrOptionIsOneLine(String options, String message) throws IOException {
        Path pictures = pictures(folder.resolve("pictures"), 12, 10);
        Files.write(Files.createDirectories(folder.resolve("mixed")).resolve("a.png"), png(12, 10));
        Files.write(folder.resolve("mixed/b.png"), png(10, 12));
        Files.createDirectories(folder.resolve("nothing"));
        List<String> before = tree(folder);

        Commands.Outcome outcome = run("train --out " + folder.resolve("model") + " "
                + options.replace("PICTURES", pictures.toString()).replace("HERE", folder.toString()));

        assertThat(outcome).isEqualTo(mistake(message.replace("HERE", folder.toString())));
        assertThat(tree(folder)).isEqualTo(before);
    }

    static List<Arguments> folders() {
        return Stream.of(
                        "--images folder:HERE/mixed | file:HERE/mixed has pictures of several sizes: a.png is 12 x 10, b.png is 10"
                                + " x 12; pass --size 12x10 to scale them all",
                        "--images folder:HERE/nothing | file:HERE/nothing holds no file; pass a folder of PNG, JPEG, GIF or BMP"
                                + " pictures",
                        "--images folder:HERE/none | file:HERE/none does not exist; pass a folder of pictures as --images"
                                + " folder:DIR",
                        "--images folder:PICTURES --size 12 | --size '12' is not a size; expected WIDTHxHEIGHT, as in 100x100",
                        "--images folder:PICTURES --size 0x9 | --size 0x9 has 0 pixels, expected 1 to 50000000",
                        "--images folder:PICTURES --size 99999x99999 | --size 99999x99999 has 9999800001 pixels, expected 1 to"
                                + " 50000000",
                        "--images random:3x9 --size 3x3 | --size scales pictures, which --images random:3x9 are not; leave it"
                                + " out",
                        "--images folder:PICTURES --threshold dark | --threshold 'dark' is not known; expected a share of white"
                                + " above 0, at most 1, or otsu, or mean",
                        "--images folder:PICTURES --block-size 0 | --block-size must be at least 1, was 0",
                        "--images folder:PICTURES --rule hebb | rule 'hebb' is not known; expected one of hebbian, centred,"
                                + " storkey, projection, nearest, dense:DEGREE, modern:BETA")
                .map(line -> line.split(" \\| "))
                .map(parts -> Arguments.of(parts[0], parts[1]))
                .toList();
    }

    private static Spoiling of(byte[] file) {
        return pictures -> Files.write(pictures.resolve("bad.png"), file);
    }

    private static void huge(Path pictures) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(pictures.resolve("bad.png").toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }
    }

    private static byte[] header(int width, int height) {
        try {
            return TestPictures.png(width, height, 1, 0, new byte[0], new byte[8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
