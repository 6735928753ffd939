package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands as spark-submit would call them, in this JVM. */
class MainTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void beSparkSubmit() {
        Commands.beSparkSubmit();
    }

    @AfterAll
    static void beNobody() {
        Commands.beNobody();
    }

    @Test
    void aSweepLeavesMetricsTableReportAndProvenance() throws Exception {
        Path out = folder.resolve("run");

        Commands.Outcome outcome = run(
                "sweep",
                "--images",
                "digits:120",
                "--rule",
                "centred",
                "--patterns",
                "3,6",
                "--noise",
                "flip=0,0.2",
                "--noise",
                "gaussian=1",
                "--trials",
                "2",
                "--out",
                out.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).endsWith("s: " + out + "/report.html\n").contains("6 cells, 54 restorations in ");
        assertThat(out.resolve("metrics/rule=centred/patterns=3/noise=flip/level=0.2"))
                .isDirectory();
        assertThat(Files.readAllLines(out.resolve("capacity.csv"))).hasSize(1 + 6);
        assertThat(out.resolve("report.html")).content().contains("centred networks of 3 to 6 patterns");
        JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(run.at("/options/noise").asText()).isEqualTo("flip=0,0.2; gaussian=1");
        assertThat(run.at("/options/seed").asLong()).isEqualTo(1);
        assertThat(run.at("/versions/spark").asText()).startsWith("4.");
        assertThat(run.at("/restorations").asLong()).isEqualTo(54);
    }

    @Test
    void aConfigFileGivesOptionsThatTheCommandLineOverrides() throws Exception {
        Path out = folder.resolve("run");
        Path config = Files.writeString(
                folder.resolve("sweep.properties"),
                "images = digits:60\nrule = hebbian\npatterns = 3,4\nnoise = flip=0.1; gaussian=1\nseed = 9\n");

        Commands.Outcome outcome =
                run("sweep", "--config", config.toString(), "--patterns", "5", "--out", out.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode options =
                new ObjectMapper().readTree(out.resolve("run.json").toFile()).get("options");
        assertThat(options.get("patterns").asText()).isEqualTo("5");
        assertThat(options.get("rule").asText()).isEqualTo("hebbian");
        assertThat(options.get("noise").asText()).isEqualTo("flip=0.1; gaussian=1");
        assertThat(options.get("seed").asLong()).isEqualTo(9);
    }

    @Test
    void aConfigFileGivesTheOptionsOfTrainAndRestoreToo() throws Exception {
        Path model = folder.resolve("model");
        Path out = folder.resolve("run");
        Path train = Files.writeString(
                folder.resolve("train.properties"),
                "images = digits:60\nlimit = 9\nrule = projection\nout = " + model + "\n");
        Path restore = Files.writeString(
                folder.resolve("restore.properties"),
                "images = digits:60\nlimit = 5\nmodel = " + model + "\nnoise = flip=0.3\n");

        Commands.Outcome trained = run("train", "--config", train.toString(), "--limit", "7");
        Commands.Outcome restored =
                run("restore", "--config", restore.toString(), "--noise", "flip=0.1", "--out", out.toString());

        assertThat(trained.status()).as(trained.err()).isZero();
        assertThat(trained.out()).startsWith("7 patterns of 28x28 stored by projection ");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).startsWith("5 pictures from flip=0.1: ");
        assertThat(run("restore", "--config", train.toString()).err())
                .startsWith("error: " + train + " sets 'rule', which is not an option of restore; expected among ");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "--clamp, true", "--clamp=false, false", "--clamp=true, true"})
    void clampingIsRecordedAndTheCommandLineOverridesTheFile(String option, boolean clamped) throws Exception {
        Path out = folder.resolve("run");
        Path config =
                Files.writeString(folder.resolve("sweep.properties"), "clamp = true\nnoise = rows=0.5; pixels=0.5\n");
        List<String> args = new ArrayList<>(List.of("sweep", "--config", config.toString(), "--images", "digits:60"));
        args.addAll(List.of("--rule", "centred", "--patterns", "3", "--out", out.toString()));
        if (!option.isEmpty()) {
            args.add(option);
        }

        Commands.Outcome outcome = run(args.toArray(String[]::new));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(run.at("/options/clamp").asText()).isEqualTo(Boolean.toString(clamped));
        String report = Files.readString(out.resolve("report.html"));
        assertThat(report.contains("from rows noise of 0.5 and pixels noise of 0.5, known pixels held: 6 synchronous"))
                .isEqualTo(clamped);
    }

    @Test
    void aTemperatureIsRecordedAndSaidAndNothingComesToRest() throws Exception {
        Path out = folder.resolve("run");

        Commands.Outcome outcome = run(
                ("sweep --images digits:60 --rule hebbian --patterns 3 --noise flip=.1 --update async --temperature .5"
                                + " --max-steps 7 --out " + out)
                        .split(" "));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(run.at("/options/temperature").asDouble()).isEqualTo(.5);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("from flip noise of 0.1: 3 asynchronous recalls at temperature 0.5, seed 1, on ")
                .contains("\"outcome\":\"step_limit\",\"steps\":7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rule hebb              | rule 'hebb' is not known; expected one of hebbian, centred, storkey, projection, nearest, dense:DEGREE, modern:BETA",
                "--rule dense             | rule 'dense' has no argument; expected a degree, a whole number from 2 to 100, as in dense:30",
                "--rule hebbian,hebbian   | rule hebbian is given twice; give each once",
                "--patterns 61            | load 61 is larger than the deck of 60 images; store at most 60",
                "--patterns 0             | a load must be at least 1, was 0",
                "--patterns 5,5           | load 5 is given twice; give each once",
                "--patterns many          | Invalid value for option '--patterns' (P): 'many' is not an int; see 'sweep --help'",
                "--networks few           | --networks must be a number or 'all', was 'few'",
                "--networks 30            | --networks 30 at load 3 needs 90 images, the deck has 60; deal at most 20",
                "--networks 2 --probe all | --probe all with --networks 2 would recall every image in every network; use --probe stored, or --networks 1",
                "--noise fog=1            | noise 'fog' is not known; expected one of flip, flip-exact, salt-pepper, gaussian, gaussian-analog, square, rows, pixels, frame",
                "--noise flip=2           | noise level flip must be within 0..1, was 2.0",
                "--noise flip=.1 --noise flip=.1 | noise flip=0.1 is given twice; give each once",
                "--clamp                  | --clamp holds the pixels that a mask leaves, and no noise given masks any; add one of square, rows, pixels, frame, or leave --clamp out",
                "--noise gaussian-analog=1 --update async | gaussian-analog needs --update sync: its real values are fed to one step of all neurons",
                "--temperature -1 --update async | --temperature must be a number of at least 0, was -1.0",
                "--temperature NaN --update async | --temperature must be a number of at least 0, was NaN",
                "--temperature Infinity --update async | --temperature must be a number of at least 0, was Infinity",
                "--temperature 0.5        | --temperature needs --update async",
                "--rule modern:20,nearest --temperature 1 --update async | --temperature needs networks, and nearest is a baseline; leave it out",
                "--rule modern:1e300      | rule 'modern:1e300' has argument '1e300'; expected an inverse temperature within 1e-9..1e9, as in modern:784",
                "--rule storkey --images random:2000x4 --patterns 2000 | storkey weights of 2000 patterns of 4 neurons may outgrow the numbers that are finite; store at most 1736",
                "--rule projection --images random:110x50000 --patterns 104 | projection of 104 patterns inverts a matrix of 50000 rows, expected at most 46340; store fewer patterns",
                "--rule centred --images random:130000000x784 --patterns 120000000 | centred sums of 120000000 patterns of 784 neurons may exceed 64 bits; store at most 108464303",
                "--noise rows=-1          | noise level rows must be within 0..1, was -1.0",
                "--limit 0                | --limit must be at least 1, was 0",
                "--trials 0               | --trials must be at least 1, was 0",
                "--max-steps -1           | --max-steps must be at least 1, was -1",
                "--images mnist:/nowhere  | file:/nowhere has no train-images-idx3-ubyte[.gz]; pass the folder that holds MNIST's four IDX files as --images mnist:DIR",
                "--images idx:a:b         | --images 'a:b' is not a usable path: java.net.URISyntaxException: Relative path in absolute URI: a:b",
                "--config a:b             | --config 'a:b' is not a usable path: java.net.URISyntaxException: Relative path in absolute URI: a:b",
                "--out a:b                | --out 'a:b' is not a usable path: java.net.URISyntaxException: Relative path in absolute URI: a:b",
                "--out /proc/nowhere      | output folder file:/proc/nowhere cannot be written: its folder cannot be made; choose another --out, or make that one writable",
                "--config nowhere.properties | --config nowhere.properties does not exist, or is a folder; pass a properties file",
                "--frobnicate             | Unknown option: '--frobnicate'; see 'sweep --help'"
            })
    void aMistakeIsOneLineStatusTwoAndNothingWritten(String options, String message) {
        Path out = folder.resolve("run");
        List<String> args = new ArrayList<>(List.of("sweep"));
        if (!options.contains("--out")) {
            args.addAll(List.of("--out", out.toString()));
        }
        if (!options.contains("--images")) {
            args.addAll(List.of("--images", "digits:60"));
        }
        args.addAll(List.of(options.split(" ")));
        if (!options.contains("--patterns")) {
            args.addAll(List.of("--patterns", "3"));
        }

        Commands.Outcome outcome = run(args.toArray(String[]::new));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("error: " + message + "\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionWithoutItsValueIsOneLine() {
        assertThat(run("sweep", "--config"))
                .isEqualTo(new Commands.Outcome(
                        2, "", "error: Missing required parameter for option '--config' (FILE); see 'sweep --help'\n"));
        assertThat(run("train", "--config").err()).endsWith("see 'train --help'\n");
    }

    @Test
    void anUnknownCommandIsOneLine() {
        Commands.Outcome outcome = run("swep");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: Unmatched argument at index 0: 'swep'")
                .hasLineCount(1);
    }

    @Test
    void labelsInPlaceOfImagesAreOneLine() throws IOException {
        Path labels = Files.write(
                folder.resolve("labels"),
                ByteBuffer.allocate(9).putInt(2049).putInt(1).put((byte) 3).array());

        Commands.Outcome outcome = run(
                "sweep",
                "--images",
                "idx:" + labels,
                "--out",
                folder.resolve("run").toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("error: file:" + labels
                        + " has magic 2049, expected 2051: these look like labels; pass the images" + " file\n");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aConfigFileWithAnUnknownKeyNamesIt() throws IOException {
        Path config = Files.writeString(folder.resolve("sweep.properties"), "paterns = 5\n");

        Commands.Outcome outcome = run("sweep", "--config", config.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: " + config + " sets 'paterns', which is not an option of sweep; expected among ")
                .hasLineCount(1);
    }

    @Test
    void aFolderThatHoldsARunIsLeftAlone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("run"));
        Path csv = Files.writeString(out.resolve("capacity.csv"), "precious");

        Commands.Outcome outcome = run("sweep", "--images", "digits:60", "--patterns", "3", "--out", out.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("error: " + out
                        + " already holds a run that is not finished (capacity.csv); --resume to finish it,"
                        + " --overwrite to begin anew, or choose another --out\n");
        assertThat(csv).hasContent("precious");
        assertThat(out).isDirectoryContaining("glob:**capacity.csv").isDirectoryNotContaining("glob:**metrics");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help").out()).contains("sweep").contains("--dry-run");
        assertThat(run("sweep", "--help").out())
                .contains(
                        "--images",
                        "--limit",
                        "--rule",
                        "--patterns",
                        "--order",
                        "--networks",
                        "--probe",
                        "--noise",
                        "--clamp",
                        "--update",
                        "--temperature",
                        "--max-steps",
                        "--trials",
                        "--seed",
                        "--block-size",
                        "--out",
                        "--resume",
                        "--overwrite",
                        "--event-log",
                        "--config");
    }

    private static Commands.Outcome run(String... args) {
        return Commands.run(args);
    }
}
