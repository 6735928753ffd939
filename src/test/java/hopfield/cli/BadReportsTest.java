package hopfield.cli;

import static hopfield.cli.Spoiling.bad;
import static hopfield.cli.Spoiling.mistake;
import static hopfield.cli.Spoiling.pictures;
import static hopfield.cli.Spoiling.run;
import static hopfield.cli.Spoiling.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are damaged, or none: report says so in one line, status 2, and writes nothing. */
@ExtendWith(AsSubmitted.class)
class BadReportsTest {
    private static final String WITHOUT = "; copy it again, or remove it, and the report does without";
    private static final String ANEW = "; copy the run again, or sweep it anew with --overwrite";

    @TempDir
    private static Path whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sweep() throws IOException {
        Commands.Outcome swept =
                run("sweep --images digits:12 --rule hebbian --patterns 3 --noise flip=0.1 --out " + whole);
        assertThat(swept.status()).as(swept.err()).isZero();
    }

    static List<Arguments> runs() {
        return List.of(
                bad(
                        "no metrics",
                        run -> Commands.remove(run.resolve("metrics")),
                        "file:RUN/metrics does not exist: there is no run, or nothing of it is finished; pass the --out of a"
                                + " sweep"),
                bad(
                        "no such folder",
                        Commands::remove,
                        "file:RUN/metrics does not exist: there is no run, or nothing of it is finished; pass the --out of a"
                                + " sweep"),
                bad(
                        "no rows",
                        run -> empty(run.resolve("metrics")),
                        "file:RUN/metrics holds no rows: nothing of the run is finished; finish it with sweep --resume, or"
                                + " pass the --out of another sweep"),
                bad(
                        "no rows and no record",
                        run -> {
                            empty(run.resolve("metrics"));
                            Files.delete(run.resolve("run.json"));
                        },
                        "file:RUN/metrics holds no rows: nothing of the run is finished; "),
                bad(
                        "a record that is no JSON",
                        text("run.json", text -> text.substring(0, text.length() / 2)),
                        "file:RUN/run.json is damaged: it is no JSON" + WITHOUT),
                bad(
                        "a record of nothing",
                        text("run.json", text -> "null"),
                        "file:RUN/run.json is damaged: it holds null, expected an object" + WITHOUT),
                bad(
                        "an empty record",
                        text("run.json", text -> ""),
                        "file:RUN/run.json is damaged: it holds nothing, expected an object" + WITHOUT),
                bad(
                        "pictures of no width",
                        text("run.json", text -> text.replaceFirst("\"width\" : \\d+", "\"width\" : 0")),
                        "file:RUN/run.json is damaged: it has 0 for data.width, expected a whole number above 0"
                                + WITHOUT),
                bad(
                        "options that are none",
                        text("run.json", text -> "{\"options\": 3}"),
                        "file:RUN/run.json is damaged: it has 3 for options, expected an object" + WITHOUT),
                bad(
                        "an option of another type",
                        text("run.json", text -> text.replaceFirst("\"trials\" : 1", "\"trials\" : \"many\"")),
                        "file:RUN/run.json is damaged: it has many for options.trials, expected a whole number above 0"
                                + WITHOUT),
                bad(
                        "a sample without anything",
                        text("gallery.json", text -> "[{}]"),
                        "file:RUN/gallery.json is damaged: sample 1 has no 'roles'" + WITHOUT),
                bad(
                        "a sample of another type",
                        text("gallery.json", text -> text.replaceFirst("\"steps\":\\d+", "\"steps\":\"few\"")),
                        "file:RUN/gallery.json is damaged: sample 1 has \"few\" for steps, expected a whole number"
                                + WITHOUT),
                bad(
                        "samples cut off",
                        text("gallery.json", text -> text.substring(0, text.length() / 2)),
                        "file:RUN/gallery.json is damaged: it is no JSON" + WITHOUT),
                bad(
                        "samples of another size",
                        text("gallery.json", text -> text.replaceFirst("\"original\":\"\\w{4}", "\"original\":\"")),
                        "file:RUN/gallery.json is damaged: sample 1 has a picture of "),
                bad(
                        "rows cut off",
                        run -> cut(run, 100),
                        "file:RUN/metrics/rule=hebbian/patterns=3/FILE does not hold rows of a sweep:"
                                + " it is not a Parquet file. Expected magic number at tail, but found "),
                bad(
                        "other rows",
                        BadReportsTest::otherRows,
                        "file:RUN/metrics does not hold rows of a sweep: there is no column image" + ANEW));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void aBadRunIsNamedAndNothingIsWritten(String what, Spoiling spoiling, String message) throws IOException {
        Path run = copy("run");
        String part = part(run).getFileName().toString();
        spoiling.spoil(run);
        List<String> before = tree(folder);

        Commands.Outcome outcome = run("report " + run);

        assertThat(outcome.err())
                .startsWith("error: " + message.replace("RUN", run.toString()).replace("FILE", part))
                .hasLineCount(1);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(tree(folder)).isEqualTo(before);
    }

    @Test
    void ofRowsCutOffSparkSaysNothingItself() throws IOException {
        Path run = copy("run");
        cut(run, 100);
        Configurator.setLevel(Sessions.TASKS, Level.WARN);

        try (Heard heard = Heard.of(Sessions.TASKS)) {
            assertThat(run("report " + run).status()).isEqualTo(2);
            assertThat(heard.lines()).isEmpty();
        } finally {
            Configurator.setLevel(Sessions.TASKS, Level.WARN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//"})
    void aFolderMayEndInSlashes(String end) throws IOException {
        Path run = copy("run");

        assertThat(run("report " + run + end))
                .isEqualTo(new Commands.Outcome(0, "1 cell of 1 run: " + run + "/report.html\n", ""));
        assertThat(run("report " + run + " --out " + folder + "/page" + end))
                .isEqualTo(new Commands.Outcome(0, "1 cell of 1 run: " + folder + "/page/report.html\n", ""));
    }

    @Test
    void aRunThatIsGivenTwiceIsNamed() throws IOException {
        Path run = copy("run");

        assertThat(run("report " + run + " " + run + "/ --out " + folder.resolve("both")))
                .isEqualTo(mistake("run " + run + "/ is given twice; name each run once"));
    }

    @Test
    void aRestorationIsNoRunOfASweep() throws IOException {
        Path given = pictures(folder.resolve("given"), 12, 10);
        Path model = folder.resolve("model");
        Path out = folder.resolve("restored");
        assertThat(run("train --images folder:" + given + " --out " + model).status())
                .isZero();
        assertThat(run("restore --model " + model + " --images folder:" + given + " --noise flip=0.1 --out " + out)
                        .status())
                .isZero();

        assertThat(run("report " + out))
                .isEqualTo(mistake("file:" + out + "/run.json is that of a restore, at one load and one level: it has"
                        + " all figures itself; pass the --out of a sweep"));
    }

    private Path copy(String name) throws IOException {
        return Commands.copy(whole, folder.resolve(name));
    }

    private static Spoiling text(String name, UnaryOperator<String> change) {
        return run -> {
            Path file = run.resolve(name);
            String before = Files.readString(file);
            Files.deleteIfExists(file.resolveSibling("." + name + ".crc"));
            Files.writeString(file, change.apply(before));
            assertThat(file).content().isNotEqualTo(before);
        };
    }

    private static void empty(Path folder) throws IOException {
        Commands.remove(folder);
        Files.createDirectory(folder);
    }

    private static void cut(Path run, int bytes) throws IOException {
        Path file = part(run);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    }

    private static void otherRows(Path run) throws IOException {
        Commands.remove(run.resolve("metrics"));
        try (SparkSession session =
                SparkSession.builder().master("local[1]").appName("other").getOrCreate()) {
            session.range(3).write().parquet(run.resolve("metrics").toString());
        }
    }

    private static Path part(Path run) {
        try (Stream<Path> files = Files.walk(run.resolve("metrics"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("part-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
