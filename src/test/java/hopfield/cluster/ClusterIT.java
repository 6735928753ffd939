package hopfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.pattern.Seed;
import hopfield.spark.MetricsTable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.SafeModeAction;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged jar, submitted to a standalone cluster of two workers, between HDFS and HDFS, while something dies: every run leaves
 * the rows, to the last bit, and the bytes of capacity.csv of one that nothing disturbed.
 */
class ClusterIT {
    private static final int TRAINING = 3000;
    private static final int TEST = 1000;

    /** One large network a load, its weights summed over the cluster and broadcast. */
    private static final List<String> LARGE =
            List.of("--rule=hebbian", "--patterns=1500,2500", "--probe=all", "--noise=flip=0,0.1,0.2,0.3");

    /** Many small networks, dealt by a shuffle and trained in tasks. */
    private static final List<String> SMALL =
            List.of("--rule=centred", "--patterns=8,20", "--networks=all", "--noise=flip=0,0.2");

    @TempDir
    private static Path folder;

    private static MiniDFSCluster hdfs;
    private static SparkCluster spark;
    private static SparkSession reader;
    private static Path faults;
    private static final Map<List<String>, Result> UNDISTURBED = new HashMap<>();

    /** What a run leaves: all rows in an order of their own, and the table of cells. */
    private record Result(List<String> rows, String table) {}

    @BeforeAll
    static void start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set("dfs.replication", "2");
        configuration.set("hdfs.minidfs.basedir", folder.resolve("hdfs").toString());
        hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(2).build();
        hdfs.waitActive();
        ImageSource digits =
                new Images(new HadoopFiles(configuration), Map.of()).open("digits:" + (TRAINING + TEST), new Seed(1));
        write("train", digits, 0, TRAINING);
        write("t10k", digits, TRAINING, TRAINING + TEST);
        faults = jar();
        spark = new SparkCluster(folder, 2);
        reader = SparkSession.builder()
                .master("local[1]")
                .appName("rows")
                .config("spark.ui.enabled", false)
                .getOrCreate();
    }

    @AfterAll
    static void stop() throws IOException {
        if (spark != null) {
            spark.close();
        }
        if (reader != null) {
            reader.close();
        }
        if (hdfs != null) {
            hdfs.shutdown();
        }
    }

    @BeforeEach
    void replaceTheDead() throws Exception {
        spark.keepWorkers(2);
    }

    @Test
    void aSubmittedRunLivesOnHdfs() throws Exception {
        Result result = undisturbed(LARGE);

        assertThat(result.rows()).hasSize((TRAINING + TEST) * 2 * 4);
        assertThat(result.table().lines()).hasSize(1 + 2 * 4);
        for (String part : List.of("capacity.csv", "run.json", "report.html")) {
            assertThat(text(out("undisturbed-" + LARGE.hashCode()) + "/" + part))
                    .as(part)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXECUTOR_KILLED_IN_TRAINING", "EXECUTOR_KILLED_IN_RECALL", "WORKER_KILLED"})
    void whatDiesLosesNothing(Fault fault) throws Exception {
        Path marks = Files.createTempDirectory(folder, "marks");

        Submitted.Outcome outcome =
                submit(fault.name(), LARGE, plugin(fault, marks)).end();

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(marks.resolve(fault.name())).exists();
        assertThat(outcome.err()).as("the driver saw it").contains("Lost executor");
        assertUndisturbed(fault.name(), LARGE);
    }

    @Test
    void lostShuffleFilesAreMadeAgain() throws Exception {
        Path marks = Files.createTempDirectory(folder, "marks");

        Submitted.Outcome outcome = submit("shuffle", SMALL, plugin(Fault.SHUFFLE_FILES_LOST, marks))
                .end();

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).as("the driver saw it").contains("FetchFailed");
        assertUndisturbed("shuffle", SMALL);
    }

    @Test
    void aTaskThatFailsTwiceIsDoneOnce() throws Exception {
        Path marks = Files.createTempDirectory(folder, "marks");

        Submitted.Outcome outcome = submit(
                        "twice",
                        LARGE,
                        List.of(
                                "--jars",
                                faults.toString(),
                                "--conf",
                                "spark.hadoop.fs.hdfs.impl=" + FailingHdfs.class.getName(),
                                "--conf",
                                "spark.hadoop.hopfield.test.marks=" + marks))
                .end();

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(marks.resolve("failure-2")).exists();
        assertThat(outcome.err()).as("the driver saw it").contains("injected: the file cannot be closed");
        assertUndisturbed("twice", LARGE);
    }

    @Test
    void aTaskThatIsRunTwiceAtOnceIsCountedOnce() throws Exception {
        Path marks = Files.createTempDirectory(folder, "marks");
        List<String> options = new ArrayList<>(plugin(Fault.STRAGGLER, marks));
        for (String setting : List.of(
                "spark.speculation=true",
                "spark.speculation.quantile=0.5",
                "spark.speculation.multiplier=1.5",
                "spark.speculation.efficiency.enabled=false")) {
            options.addAll(List.of("--conf", setting));
        }
        String events = out("events");

        Submitted run = submit(
                "speculation",
                Stream.concat(LARGE.stream(), Stream.of("--event-log=" + events))
                        .toList(),
                options);
        Submitted.Outcome outcome = run.end();

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(marks.resolve(Fault.STRAGGLER.name())).exists();
        assertThat(eventLog(events)).as("what ran twice").contains("\"Speculative\":true");
        assertUndisturbed("speculation", LARGE);
    }

    @Test
    void aDataNodeThatDiesLosesNothing() throws Exception {
        Path marks = Files.createTempDirectory(folder, "marks");
        Submitted run = submit("datanode", LARGE, plugin(Fault.SIGN, marks));
        run.await("a first row", () -> Files.exists(marks.resolve(Fault.SIGN.name())));
        MiniDFSCluster.DataNodeProperties dead = hdfs.stopDataNode(0);

        Submitted.Outcome outcome = run.end();

        assertThat(hdfs.restartDataNode(dead)).isTrue();
        hdfs.waitActive();
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertUndisturbed("datanode", LARGE);
    }

    @Test
    void aKilledDriverIsResumedAndNeverMet() throws Exception {
        Path marks = Files.createTempDirectory(folder, "marks");
        Submitted run = submit("driver", LARGE, plugin(Fault.STALL, marks));
        awaitSecondLoad(run, "driver", marks);
        Submitted.Outcome second = submit("driver", LARGE, List.of()).end();
        Submitted.Outcome meanwhile =
                submit("driver", with(LARGE, "--resume"), List.of()).end();
        run.signal("KILL");

        assertThat(run.end().status()).isEqualTo(137);
        assertThat(second.status()).isEqualTo(2);
        assertThat(second.err())
                .startsWith("error: the sweep of app-")
                .contains(" is writing into ")
                .hasLineCount(1);
        assertThat(meanwhile.status()).as(meanwhile.err()).isEqualTo(2);
        assertThat(meanwhile.err()).contains(" is writing into ");
        assertThat(reader.read().parquet(out("driver") + "/metrics").count())
                .as("rows of the finished load alone")
                .isEqualTo((TRAINING + TEST) * 4);

        Submitted.Outcome resumed =
                submit("driver", with(LARGE, "--resume"), List.of()).end();

        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("1 of 2 memories are finished already");
        assertUndisturbed("driver", LARGE);
    }

    @Test
    void anInterruptedRunSaysSoInOneLineAndIsResumed() throws Exception {
        Path marks = Files.createTempDirectory(folder, "marks");
        Submitted run = submit("interrupted", LARGE, plugin(Fault.STALL, marks));
        awaitSecondLoad(run, "interrupted", marks);
        run.signal("INT");
        Submitted.Outcome outcome = run.end();

        assertThat(outcome.status()).isEqualTo(130);
        assertThat(outcome.err().lines().filter(line -> line.startsWith("interrupted: ")))
                .hasSize(1);
        assertThat(outcome.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(exists(out("interrupted") + "/.lease")).isFalse();
        Submitted.Outcome resumed =
                submit("interrupted", with(LARGE, "--resume"), List.of()).end();
        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("1 of 2 memories are finished already");
        assertUndisturbed("interrupted", LARGE);
    }

    @Test
    void hdfsInSafeModeIsOneLine() throws Exception {
        hdfs.getFileSystem().setSafeMode(SafeModeAction.ENTER);
        Submitted.Outcome outcome;
        try {
            outcome = submit("safe", SMALL, List.of()).end();
        } finally {
            hdfs.getFileSystem().setSafeMode(SafeModeAction.LEAVE);
        }

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("error: output folder " + out("safe") + " cannot be written: Cannot create directory /safe."
                        + " Name node is in safe mode.")
                .endsWith("; choose another --out, or make that one writable\n");
    }

    private static void awaitSecondLoad(Submitted run, String name, Path marks) throws Exception {
        run.await("the second load", () -> Files.exists(marks.resolve(Fault.STALL.name())));
        run.await(
                "the first load finished", () -> exists(out(name) + "/metrics/rule=hebbian/patterns=1500/_cells.json"));
    }

    private static List<String> plugin(Fault fault, Path marks) {
        return List.of(
                "--jars",
                faults.toString(),
                "--conf",
                "spark.plugins=" + FaultPlugin.class.getName(),
                "--conf",
                Fault.NAME + "=" + fault.name(),
                "--conf",
                Fault.MARKS + "=" + marks);
    }

    private static List<String> with(List<String> options, String more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    private static Submitted submit(String name, List<String> sweep, List<String> spark) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--master",
                ClusterIT.spark.master(),
                "--executor-memory",
                "900m",
                "--driver-memory",
                "1g",
                "--conf",
                "spark.hopfield.heartbeat=1s",
                "--conf",
                "spark.network.timeout=20s",
                "--conf",
                "spark.network.timeoutInterval=10s",
                "--conf",
                "spark.hadoop.dfs.replication=2",
                "--conf",
                "spark.shuffle.io.retryWait=1s",
                "--conf",
                "spark.eventLog.compress=false",
                "--conf",
                "spark.executor.heartbeatInterval=2s"));
        arguments.addAll(spark);
        arguments.addAll(List.of("sweep", "--images", "mnist:" + hdfs.getURI() + "/mnist", "--out", out(name)));
        arguments.addAll(sweep);
        return Submitted.start(folder, arguments);
    }

    private static String out(String name) {
        return hdfs.getURI() + "/" + name;
    }

    private static Result undisturbed(List<String> sweep) throws Exception {
        Result known = UNDISTURBED.get(sweep);
        if (known != null) {
            return known;
        }
        String name = "undisturbed-" + sweep.hashCode();
        Submitted.Outcome outcome = submit(name, sweep, List.of()).end();
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("Lost executor").doesNotContain("FetchFailed");
        Result result = result(name);
        UNDISTURBED.put(sweep, result);
        return result;
    }

    private static void assertUndisturbed(String name, List<String> sweep) throws Exception {
        Result expected = undisturbed(sweep);
        Result found = result(name);
        assertThat(found.rows().equals(expected.rows()))
                .as(
                        "%d rows, of %d undisturbed ones",
                        found.rows().size(), expected.rows().size())
                .isTrue();
        assertThat(found.table()).isEqualTo(expected.table());
    }

    private static Result result(String name) throws IOException {
        List<String> rows = new MetricsTable(reader, out(name) + "/metrics")
                .read().collectAsList().stream().map(Row::toString).sorted().toList();
        return new Result(rows, text(out(name) + "/capacity.csv"));
    }

    private static boolean exists(String path) {
        try {
            return hdfs.getFileSystem().exists(new org.apache.hadoop.fs.Path(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String path) throws IOException {
        try (var in = hdfs.getFileSystem().open(new org.apache.hadoop.fs.Path(path))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static String eventLog(String events) {
        return String.join(
                "\n",
                reader.read()
                        .option("recursiveFileLookup", true)
                        .text(events)
                        .as(org.apache.spark.sql.Encoders.STRING())
                        .collectAsList());
    }

    /** Two IDX files of digits, as MNIST's are. */
    private static void write(String part, ImageSource digits, int from, int until) throws IOException {
        FileSystem files = hdfs.getFileSystem();
        int pixels = digits.neurons();
        try (DataOutputStream images = new DataOutputStream(new GZIPOutputStream(
                        files.create(new org.apache.hadoop.fs.Path("/mnist/" + part + "-images-idx3-ubyte.gz"))));
                DataOutputStream labels =
                        files.create(new org.apache.hadoop.fs.Path("/mnist/" + part + "-labels-idx1-ubyte"))) {
            for (int value : new int[] {0x0803, until - from, digits.height(), digits.width()}) {
                images.writeInt(value);
            }
            labels.writeInt(0x0801);
            labels.writeInt(until - from);
            for (Iterator<Image> all = digits.read(from, until); all.hasNext(); ) {
                Image image = all.next();
                labels.writeByte(image.label());
                for (int i = 0; i < pixels; i++) {
                    images.writeByte(image.pattern().isUp(i) ? 255 : 0);
                }
            }
        }
    }

    /** The classes that inject faults, as executors take them. */
    private static Path jar() throws IOException {
        Path jar = folder.resolve("faults.jar");
        Path classes = Path.of("target/test-classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes.resolve("hopfield/cluster"))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("Fa")) {
                    out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
        return jar;
    }
}
