package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void beSparkSubmit() {
        System.setProperty("spark.master", "local-cluster[2,1,1536]");
        System.setProperty("spark.executor.memory", "1536m");
    }

    @AfterAll
    static void beNobody() {
        System.clearProperty("spark.master");
        System.clearProperty("spark.executor.memory");
    }

    private record Outcome(int status, String out, String err) {}

    @Test
    void aPlanForHereAndForAStatedClusterRunsNothing() throws Exception {
        Path out = folder.resolve("run");

        Outcome outcome = run("--images random:60000x20000 --patterns 60000,2000 --rule hebbian --noise flip=0.1"
                + " --max-steps 3 --executors 100 --cores 8 --memory 16g --out " + out);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains(
                        "random patterns: 60,000 images of 160x125 (N = 20,000) on local-cluster[2,1,1536]: 2 executors"
                                + " of 1 cores and 1.6 GB; weights beyond 201 MB stay in place")
                .contains("on 100 x 8 cores: 100 executors of 8 cores and 17.2 GB; weights beyond 2.1 GB stay in place")
                .containsPattern("hebbian +60,000 +3.0000 in place +weights +210 +60,000 ")
                .containsPattern("hebbian +60,000 +3.0000 broadcast +weights +210 +60,000 ")
                .containsPattern("hebbian +2,000 +0.1000 dual +patterns +0 +2,000 ");
        assertThat(outcome.out().lines().reduce((first, second) -> second).orElseThrow())
                .matches("62,000 restorations by 2 memories: about .+ on local-cluster\\[2,1,1536]; 62,000"
                        + " restorations by 2 memories: about .+ on 100 x 8 cores");
        assertThat(out).doesNotExist();
        assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    }

    @Test
    void whatIsRefusedHereIsPlannedWhereThereIsRoom() {
        String rest = " --rule storkey --patterns 100 --noise flip=0.1 --images random:1000x10000";

        Outcome outcome = run("--executors 100 --cores 8 --memory 16g" + rest);

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("storkey +100 +0.0100 broadcast +weights ")
                .contains(
                        "\nrefused on local-cluster[2,1,1536]: storkey at P=100: weights of 10,000 neurons take 400 MB,"
                                + " more than the --broadcast-limit of 201 MB")
                .containsPattern("; [0-9,]+ restorations by [0-9,]+ memor(y|ies): about .+ on 100 x 8 cores\n$");
        assertThat(run("--executors 2" + rest).err()).startsWith("error: storkey at P=100: weights of 10,000 ");
    }

    @Test
    void executorsWithTooLittleMemoryAreSaid() {
        String options = "--images random:200000x400000 --rule hebbian --patterns 100000 --noise flip=0.1"
                + " --executors 100 --cores 8 --memory ";

        assertThat(run(options + "16g").out())
                .containsPattern(
                        "An executor of 100 x 8 cores needs [0-9.]+ GB beside what it caches, and has 17\\.2 GB:"
                                + " tasks would run out of memory; raise --executor-memory, or run fewer tasks at once\\.");
        assertThat(run(options + "16"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "error: --memory 16 is 16 B, expected at least 472 MB, as an executor needs to start; give a unit,"
                                + " as 16g\n"));
    }

    @Test
    void aTrainingIsPlannedWithWhatTheDriverNeeds() {
        Outcome hebbian = run("train --images random:30000x40000 --rule hebbian --out " + folder.resolve("m"));
        Outcome projection = run("train --images random:30000x40000 --rule projection --executors 3");

        assertThat(hebbian.status()).as(hebbian.err()).isZero();
        assertThat(hebbian.out())
                .containsPattern("hebbian +30,000 +0.7500 by tasks +weights +820 +0 ")
                .contains("by tasks: weights are made where the sum of outer products is (hebbian)")
                .doesNotContain("refused");
        assertThat(projection.out())
                .containsPattern("projection +30,000 +0.7500 by driver +weights +0 +0 ")
                .containsPattern(
                        "The driver needs 3[89]\\.. GB and has .+: the run would be refused; raise --driver-memory.")
                .contains(" on 3 x 1 cores: ");
        assertThat(hebbian.out().lines().reduce((first, second) -> second).orElseThrow())
                .startsWith("1 memory: about ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTrainingIsPlannedWithTheOptionsOfTrainAndItsDefaults() throws IOException {
        Path config = Files.writeString(folder.resolve("train.properties"), "images = random:9x20\nlimit = 7\n");

        assertThat(run("train --config " + config).out())
                .contains("random patterns: 7 images of ")
                .containsPattern("centred +7 +0.3500 none +patterns ")
                .contains("none: patterns are smaller than weights, P < N / 2 (centred)");
        assertThat(run("train --images random:9x20 --patterns 3"))
                .isEqualTo(new Outcome(2, "", "error: Unknown options: '--patterns', '3'; see 'plan train --help'\n"));
        assertThat(run("train --images random:9x20 --noise=flip=0.1").err())
                .isEqualTo("error: Unknown option: '--noise=flip=0.1'; see 'plan train --help'\n");
        assertThat(run("--images random:9x20 train").err())
                .isEqualTo("error: --images stands before 'train'; give options of train behind it\n");
    }

    @Test
    void whyARuleRecallsAsItDoesIsSaid() {
        String options = "sweep --images random:80x100 --patterns 5,40,60 --rule hebbian,nearest --kernel java"
                + " --noise flip=0.1 --broadcast-limit ";

        assertThat(run(options + "1m").out())
                .contains(
                        "dual: predicted faster than weights (hebbian)\n",
                        "broadcast: predicted faster than the dual form (hebbian)\n",
                        "broadcast: its rule has no weights (nearest)\n");
        assertThat(run(options + "1k").out())
                .contains(
                        "dual: weights beyond the limit, P < N / 2 (hebbian)\n",
                        "in place: weights beyond the limit, P >= N / 2 (hebbian)\n",
                        "broadcast: its rule has no weights (nearest)\n");
    }

    @Test
    void anIdxFileIsMeasuredByItsHeaderAlone() throws IOException {
        Path idx = folder.resolve("large-images-idx3-ubyte");
        Files.write(
                idx,
                ByteBuffer.allocate(16)
                        .putInt(0x803)
                        .putInt(1_000_000)
                        .putInt(50)
                        .putInt(40)
                        .array());

        Outcome outcome = run("--images idx:" + idx + " --patterns 10 --rule nearest --limit 500000");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("large-images-idx3-ubyte: 500,000 images of 40x50 (N = 2,000)");
    }

    @Test
    void mnistIsPlannedForWithoutFetchingIt() {
        Outcome outcome = run("--images mnist:" + folder + " --rule centred --patterns 3 --networks all");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("MNIST: 70,000 images of 28x28 (N = 784)")
                .containsPattern("centred +3 +0.0038 in tasks +patterns +0 +349,995 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--executors 0           | --executors must be at least 1, was 0",
                "--cores 0               | --cores must be at least 1, was 0",
                "--memory lots           | --memory must be an amount of memory above 0, as 512m or 16g, was 'lots'",
                "--memory 0              | --memory must be an amount of memory above 0, as 512m or 16g, was '0'",
                "--broadcast-limit -1    | --broadcast-limit must be an amount of memory above 0, as 512m or 16g, was '-1'",
                "--limit 0               | --limit must be at least 1, was 0",
                "--patterns 61           | load 61 is larger than the deck of 60 images; store at most 60"
            })
    void aMistakeIsOneLine(String arguments, String message) {
        Outcome outcome = run("--images random:60x20 " + arguments);

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("error: " + message + "\n");
    }

    private static Outcome run(String arguments) {
        List<String> all = new ArrayList<>(List.of("plan"));
        all.addAll(List.of(arguments.split(" +")));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int status = Main.run(all.toArray(String[]::new));
            return new Outcome(
                    status, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
