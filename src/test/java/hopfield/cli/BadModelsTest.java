package hopfield.cli;

import static hopfield.cli.Spoiling.bad;
import static hopfield.cli.Spoiling.mistake;
import static hopfield.cli.Spoiling.pictures;
import static hopfield.cli.Spoiling.run;
import static hopfield.cli.Spoiling.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that are wrong: each is one line, status 2, and nothing written; and none replaces what is there. */
@ExtendWith(AsSubmitted.class)
class BadModelsTest {
    @TempDir
    private Path folder;

    static List<Arguments> models() {
        return List.of(
                bad(
                        "pictures of another size",
                        model -> pictures(model.resolveSibling("given"), 20, 10),
                        "pictures of 20 x 10 (N = 200) do not fit MODEL, a memory of 12 x 10 (N = 120); pass --size 12x10"),
                bad(
                        "no model",
                        model -> Files.delete(model.resolve("model.json")),
                        "file:MODEL/model.json does not exist: there is no model, or its training did not end; pass a folder"
                                + " that train wrote"),
                bad(
                        "a missing block",
                        model -> Files.delete(table(model, "weights")),
                        "MODEL is damaged: weights/FILE is missing; copy it again, or train it anew"),
                bad("a changed bit", BadModelsTest::flip, "MODEL is damaged: weights/FILE has SHA-256 "),
                bad(
                        "a truncated table",
                        BadModelsTest::cut,
                        "MODEL is damaged: patterns/FILE has 100 bytes, expected "),
                bad(
                        "truncated metadata",
                        json(text -> text.substring(0, text.length() / 2)),
                        "file:MODEL/model.json is damaged: it is no JSON beyond line "),
                bad(
                        "metadata that nests too deep",
                        json(text -> "[".repeat(100_000)),
                        "file:MODEL/model.json is damaged: it is no JSON; copy the model again, or train it anew"),
                bad(
                        "a newer format",
                        json(text -> text.replace("\"version\" : 1", "\"version\" : 2")),
                        "file:MODEL/model.json has format version 2, newer than 1, the newest read here; restore with the"
                                + " spark-hopfield that trained it, or train it anew"),
                bad(
                        "other JSON",
                        json(text -> "{\"layers\": 3}"),
                        "file:MODEL/model.json is no model of spark-hopfield: it has no 'format', expected 'spark-hopfield"
                                + " model'; pass the folder that train wrote"),
                bad(
                        "no metadata",
                        json(text -> ""),
                        "file:MODEL/model.json is empty; copy the model again, or train it anew"),
                bad(
                        "a threshold that is none",
                        json(text -> text.replaceFirst("\"threshold\" : \"0.5\"", "\"threshold\" : \"dark\"")),
                        "file:MODEL/model.json has threshold 'dark', expected a share of white above 0, at most 1, or otsu, or"
                                + " mean; copy the model again, or train it anew"),
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
                        "MODEL is damaged: it has 2 patterns, expected 9; copy the model again, or train it anew"),
                bad(
                        "a rule that is none",
                        json(text -> text.replaceFirst("\"rule\" : \"storkey\"", "\"rule\" : \"storky\"")),
                        "file:MODEL/model.json has rule 'storky', which is not known; expected one of hebbian, centred, storkey,"
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
        List<String> before = tree(folder);

        Commands.Outcome outcome = run("restore --model " + model + " --images folder:" + given
                + " --noise flip=0.1 --out " + folder.resolve("run"));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: "
                        + message.replace("MODEL", model.toString())
                                .replace("patterns/FILE", "patterns/" + patterns)
                                .replace("FILE", weights))
                .hasLineCount(1);
        assertThat(tree(folder)).isEqualTo(before);
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

    /** Spark would write the model there, and look for it wherever the pattern fits. */
    @ParameterizedTest
    @ValueSource(strings = {"train --images digits:9 --out", "restore --images digits:9 --model"})
    void aModelWhoseNameIsAPatternIsRefused(String command) throws IOException {
        Path model = folder.resolve("model[1]");
        String option = command.substring(command.lastIndexOf(' ') + 1);

        assertThat(run(command + " " + model))
                .isEqualTo(mistake(
                        option + " '" + model + "' has one of []{}*?, which make a pattern; choose a path without"));
        assertThat(model).doesNotExist();
    }

    static List<Arguments> places() {
        return List.of(
                Arguments.of("model.json", " already holds a model; choose another --out or remove it"),
                Arguments.of("thesis.tex", " exists and is no empty folder; choose another --out or remove it"));
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
}
