package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** submit.sh and the packaged jar, as a user runs them. */
class SubmitIT {
    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    /** Digits in an IDX file that is named by a relative path, which executors must find all the same. */
    @BeforeAll
    static void writePictures() throws IOException {
        int count = 200;
        Path file = Files.createDirectories(Path.of("target/submit-it")).resolve("pictures-idx3-ubyte.gz");
        SplittableRandom random = new SplittableRandom(1);
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            for (int value : new int[] {2051, count, 20, 20}) {
                out.writeInt(value);
            }
            for (int i = 0; i < count * 400; i++) {
                out.writeByte(random.nextInt(3) == 0 ? 255 : 0);
            }
        }
    }

    @Test
    void twoExecutorProcessesFindWhatOneThreadFinds() throws Exception {
        Outcome one = sweep("local[1]", "one");
        Outcome two = sweep("local-cluster[2,1,1024]", "two");

        assertThat(one.status()).as(one.err()).isZero();
        assertThat(two.status()).as(two.err()).isZero();
        assertThat(folder.resolve("two/capacity.csv")).hasSameBinaryContentAs(folder.resolve("one/capacity.csv"));
        assertThat(folder.resolve("two/report.html")).exists();
        assertThat(folder.resolve("two/run.json")).content().contains("local-cluster[2,1,1024]");
        assertThat(two.out()).contains("12 cells, ").contains("two/report.html");
        assertThat(two.err()).as("what a user sees").doesNotContain(" INFO ").doesNotContain("Exception");
    }

    @Test
    void aMistakeEndsWithStatusTwo() throws Exception {
        Outcome outcome = submit("sweep", "--rule", "hebb");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "error: rule 'hebb' is not known; expected one of hebbian, centred, storkey, projection, nearest,"
                                + " dense:DEGREE, modern:BETA\n");
    }

    @Test
    void theQuickstartWithoutMnistUsesItsOwnDigitsAndSaysSo() throws Exception {
        Outcome outcome = submit();

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("These are built-in digits, not MNIST: ");
        assertThat(outcome.out()).contains("50 cells, ").contains("/report.html");
        Path run = Path.of(
                        outcome.out().lines().reduce((a, b) -> b).orElseThrow().replaceFirst(".*: ", ""))
                .getParent();
        assertThat(run.resolve("report.html"))
                .content()
                .contains("These are built-in digits, not MNIST: ")
                .as("the command that does the run again")
                .contains(" --images digits:70000 ");
        try (Stream<Path> files = Files.walk(run)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    @Test
    void mnistThatWasAskedForIsNeverReplaced() throws Exception {
        Outcome outcome = submit("sweep", "--images", "mnist", "--out", folder + "/none");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: file:/nowhere has no train-images-idx3-ubyte[.gz]")
                .hasLineCount(1);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void theScriptIsFoundThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("hopfield"), Path.of("submit.sh").toAbsolutePath());

        Outcome outcome = run(null, List.of(link.toString(), "--dry-run", "sweep"));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).endsWith(".jar sweep \n");
    }

    /** The folder is named through a link, which is as good as a folder of that name. */
    @Test
    void aCheckoutMayLieInAFolderOfAnyUsualName() throws Exception {
        Path home = Files.createSymbolicLink(
                folder.resolve("my networks #1 50%20"), Path.of("").toAbsolutePath());
        String out = folder.resolve("a run").toString();
        List<String> command = new ArrayList<>(List.of(home.resolve("submit.sh").toString()));
        command.addAll(List.of("sweep --images digits:40 --patterns 3 --noise flip=0.1 --out".split(" ")));
        command.add(out);

        Outcome outcome = run(null, command);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("2 cells, ").endsWith(out + "/report.html\n");
        assertThat(outcome.err())
                .as("what its own log4j2.properties lets through")
                .contains(" built-in digits: 40 images of 28x28; ")
                .doesNotContain("log4j")
                .doesNotContain(" INFO ")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a[1]", "a{b", "a*", "a?b", "a:b", "a\\b"})
    void aCheckoutInAFolderWhoseNameIsAListOrAPatternIsOneLine(String name) throws Exception {
        Path home = Files.createSymbolicLink(folder.resolve(name), Path.of("").toAbsolutePath());

        assertThat(run(null, List.of(home.resolve("submit.sh").toString(), "--dry-run", "sweep")))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "error: the folder '" + home
                                + "' has one of []{}*?,:;|^<>\"`\\ in its path, of which Java or Spark"
                                + " makes something else; move it to one without\n"));
    }

    @Test
    void aSparkHomeWithoutSparkIsOneLine() throws Exception {
        Outcome outcome = submit(folder.resolve("nothing"), "sweep");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: SPARK_HOME is ")
                .contains("no bin/spark-submit")
                .hasLineCount(1);
    }

    @Test
    void aDryRunPrintsTheCommandAndRunsNothing() throws Exception {
        Outcome outcome = submit(
                "--dry-run",
                "--master",
                "local[3]",
                "--conf",
                "spark.ui.enabled=false",
                "sweep",
                "--out",
                folder + "/dry");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("--master local\\[3\\]")
                .contains("--conf spark.ui.enabled=false")
                .contains("--class hopfield.cli.Main")
                .endsWith("sweep --out " + folder + "/dry \n");
        assertThat(folder.resolve("dry")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "'spark.driver.memory = 3g', -Xmx3g",
        "'  spark.driver.memory\t5g  ', -Xmx5g",
        "spark.ui.enabled false, -Xmx2g"
    })
    void theDriversMemoryMayStandInAPropertiesFile(String line, String heap) throws Exception {
        Path file = Files.writeString(folder.resolve("spark.conf"), "# mine\n" + line + "\n");

        assertThat(submit("--dry-run", "--properties-file", file.toString(), "sweep")
                        .out())
                .contains(" " + heap + " ");
        assertThat(submit("--dry-run", "--properties-file=" + file, "--driver-memory", "7g", "sweep")
                        .out())
                .contains(" -Xmx7g ");
        assertThat(submit("--dry-run", "--properties-file", file + "x", "sweep").err())
                .isEqualTo(
                        "error: --properties-file " + file + "x cannot be read; pass a file of Spark's properties\n");
    }

    @Test
    void anInstalledSparkIsUsedWhereSparkHomeNamesOne() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("spark/bin"));
        Path fake = Files.writeString(bin.resolve("spark-submit"), "#!/bin/sh\necho \"installed: $*\"\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        Path core = Files.createFile(
                Files.createDirectories(folder.resolve("spark/jars")).resolve("spark-core_2.13-4.0.1.jar"));

        Outcome outcome = submit(folder.resolve("spark"), "--master", "yarn", "sweep", "--seed", "3");
        Files.move(core, core.resolveSibling("spark-core_2.12-3.5.6.jar"));
        Outcome old = submit(folder.resolve("spark"), "sweep");

        assertThat(old)
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "error: SPARK_HOME is " + folder.resolve("spark")
                                + ", whose Spark is 3.5.6, expected 4.x; point it at a Spark 4.x, or unset it\n"));

        assertThat(outcome.out())
                .startsWith("installed: ")
                .contains("--master yarn")
                .endsWith(".jar sweep --seed 3\n");
    }

    private Outcome sweep(String master, String out) throws IOException, InterruptedException {
        return submit(
                "--master",
                master,
                "sweep",
                "--images",
                "idx:target/submit-it/pictures-idx3-ubyte.gz",
                "--patterns",
                "4,10",
                "--probe",
                "all",
                "--noise",
                "flip=0,0.2",
                "--noise",
                "gaussian=1",
                "--out",
                folder.resolve(out).toString());
    }

    private Outcome submit(String... args) throws IOException, InterruptedException {
        return submit(null, args);
    }

    private Outcome submit(Path sparkHome, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./submit.sh"));
        command.addAll(List.of(args));
        return run(sparkHome, command);
    }

    private Outcome run(Path sparkHome, List<String> command) throws IOException, InterruptedException {
        File out = folder.resolve("stdout").toFile();
        File err = folder.resolve("stderr").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out).redirectError(err);
        builder.environment().remove("SPARK_HOME");
        builder.environment().put("MNIST_DIR", "/nowhere");
        if (sparkHome != null) {
            builder.environment().put("SPARK_HOME", sparkHome.toString());
        }
        int status = builder.start().waitFor();
        // Whichever test comes first also sees the note that goes with a first run.
        String complaints = Files.readString(err.toPath(), StandardCharsets.UTF_8)
                .replace("preparing faster starts (once)...\n", "");
        return new Outcome(status, Files.readString(out.toPath(), StandardCharsets.UTF_8), complaints);
    }
}
