package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.TestPictures;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures and models that are wrong: each is one line, status 2, and nothing written. */
class BadPicturesAndModelsTest {
    @TempDir
    private Path folder;

    /** What spoils a folder of pictures, or a model. */
    interface Spoiling {
        void spoil(Path folder) throws IOException;
    }

    @BeforeAll
    static void beSparkSubmit() {
        Commands.beSparkSubmit();
    }

    @AfterAll
    static void beNobody() {
        Commands.beNobody();
    }

    static List<Arguments> pictures() {
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
                bad("a huge file", BadPicturesAndModelsTest::huge, "bad.png is larger than 64 MB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void aBadPictureIsNamed(String what, Spoiling spoiling, String complaint) throws IOException {
        Path pictures = pictures(folder.resolve("pictures"), 12, 10);
        spoiling.spoil(pictures);
        String sweep = "sweep --images folder:" + pictures + " --rule nearest --patterns 2 --noise flip=0.1 --out ";

        Commands.Outcome strict = run(sweep + folder.resolve("strict") + " --strict");
        Commands.Outcome lenient = run(sweep + folder.resolve("lenient"));

        assertThat(strict)
                .isEqualTo(mistake("file:" + pictures + ": " + complaint
                        + "; mend or remove it, or leave --strict out to skip such files"));
        assertThat(folder.resolve("strict")).doesNotExist();
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

    static List<Arguments> models() {
        return List.of(
                bad(
                        "pictures of another size",
                        model -> pictures(model.resolveSibling("given"), 20, 10),
                        "pictures of 20 x 10 (N = 200) do not fit MODEL, a memory of 12 x 10 (N = 120); pass --size 12x10"),
                bad(
                        "no model",
                        model -> Files.delete(model.resolve("model.json")),
                        "file:MODEL/model.json does not exist: there is no model, or its training did not end"),
                bad(
                        "a missing block",
                        model -> Files.delete(table(model, "weights")),
                        "MODEL is damaged: weights/FILE is missing; copy it again, or train it anew"),
                bad("a changed bit", BadPicturesAndModelsTest::flip, "MODEL is damaged: weights/FILE has SHA-256 "),
                bad(
                        "a truncated table",
                        BadPicturesAndModelsTest::cut,
                        "MODEL is damaged: patterns/FILE has 100 bytes, expected "),
                bad(
                        "truncated metadata",
                        json(text -> text.substring(0, text.length() / 2)),
                        "file:MODEL/model.json is damaged: it is no JSON beyond line "),
                bad(
                        "a newer format",
                        json(text -> text.replace("\"version\" : 1", "\"version\" : 2")),
                        "file:MODEL/model.json has format version 2, newer than 1, the newest read here; restore with the"
                                + " spark-hopfield that trained it, or train it anew"),
                bad(
                        "other JSON",
                        json(text -> "{\"layers\": 3}"),
                        "file:MODEL/model.json is no model of spark-hopfield: its format is ''"),
                bad(
                        "a file outside the model",
                        json(text -> text.replace("\"weights/", "\"weights/../../")),
                        "file:MODEL/model.json names a file 'weights/../../FILE', expected one of its own tables"),
                bad(
                        "other blocks",
                        json(text -> text.replace("\"blockSize\" : 1024", "\"blockSize\" : 50")),
                        "MODEL is damaged: it has 14400 weights, expected 9900"),
                bad(
                        "another number of patterns",
                        json(text -> text.replaceFirst("\"patterns\" : 2", "\"patterns\" : 9")),
                        "MODEL is damaged: it has 2 patterns, expected 9"),
                bad(
                        "a rule that is none",
                        json(text -> text.replaceFirst("\"rule\" : \"storkey\"", "\"rule\" : \"storky\"")),
                        "file:MODEL/model.json rule 'storky' is not known; expected one of hebbian, centred, storkey,"
                                + " projection, nearest, dense:DEGREE, modern:BETA"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aBadModelIsNamedAndNothingIsWritten(String what, Spoiling spoiling, String message) throws IOException {
        Path given = pictures(folder.resolve("given"), 12, 10);
        Path model = folder.resolve("model");
        assertThat(run("train --rule storkey --images folder:" + given + " --out " + model)
                        .status())
                .isZero();
        String weights = table(model, "weights").getFileName().toString();
        String patterns = table(model, "patterns").getFileName().toString();
        spoiling.spoil(model);

        Commands.Outcome outcome = run("restore --model " + model + " --images folder:" + given
                + " --noise flip=0.1 --out " + folder.resolve("run"));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: "
                        + message.replace("MODEL", model.toString())
                                .replace("patterns/FILE", "patterns/" + patterns)
                                .replace("FILE", weights))
                .hasLineCount(1);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aModelNeverReplacesWhatIsThere(String existing, String message) throws IOException {
        Path given = pictures(folder.resolve("given"), 12, 10);
        Path model = Files.createDirectories(folder.resolve("model"));
        Files.writeString(model.resolve(existing), "precious");

        assertThat(run("train --images folder:" + given + " --out " + model)).isEqualTo(mistake(model + message));
        assertThat(model).isDirectoryContaining("glob:**" + existing);
        assertThat(model.resolve(existing)).hasContent("precious");
    }

    static List<Arguments> places() {
        return List.of(
                Arguments.of("model.json", " already holds a model; choose another --out or remove it"),
                Arguments.of("thesis.tex", " exists and is no empty folder; choose another --out or remove it"));
    }

    private static Arguments bad(String what, Spoiling spoiling, String message) {
        return Arguments.of(what, spoiling, message);
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

    private static void flip(Path model) throws IOException {
        Path file = table(model, "weights");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    private static void cut(Path model) throws IOException {
        Path file = table(model, "patterns");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    private static Spoiling json(UnaryOperator<String> change) {
        return model -> {
            Path file = model.resolve("model.json");
            String before = Files.readString(file);
            Files.delete(file.resolveSibling(".model.json.crc"));
            Files.writeString(file, change.apply(before));
            assertThat(file).content().isNotEqualTo(before);
        };
    }

    private static Path table(Path model, String name) throws IOException {
        try (Stream<Path> files = Files.list(model.resolve(name))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    /** Two pictures in a folder. */
    private static Path pictures(Path folder, int width, int height) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("a.png"), png(width, height));
        Files.write(folder.resolve("z.png"), png(width, height));
        return folder;
    }

    private static byte[] png(int width, int height) {
        try {
            return TestPictures.file(TestPictures.colourful(width, height), "png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(int width, int height) {
        try {
            return TestPictures.png(width, height, 1, 0, new byte[0], new byte[8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Commands.Outcome mistake(String message) {
        return new Commands.Outcome(2, "", "error: " + message + "\n");
    }

    private static Commands.Outcome run(String command) {
        return Commands.run(command.split(" "));
    }
}
