package hopfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.cluster.fault.Fault;
import hopfield.cluster.fault.FaultPlugin;
import hopfield.cluster.fault.FaultyHdfs;
import hopfield.cluster.fault.Marks;
import hopfield.spark.MetricsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A standalone cluster beside an HDFS, to which runs are submitted; what they leave is compared with undisturbed runs. */
final class RealCluster implements AutoCloseable {
    /** Two large networks, their weights summed over the cluster and broadcast. */
    static final List<String> LARGE = List.of(
            "--rule=hebbian", "--patterns=300," + Fault.LARGER_LOAD, "--probe=all", "--noise=flip=0,0.1,0.2,0.3");

    /** Many small networks, dealt by a shuffle and trained in tasks. */
    static final List<String> SMALL =
            List.of("--rule=centred", "--patterns=8,20", "--networks=all", "--noise=flip=0,0.2");

    private final Path folder;
    private final Hdfs hdfs;
    private final SparkCluster spark;
    private final SparkSession reader;
    private final Path faults;
    private final Map<List<String>, Result> undisturbed = new HashMap<>();

    /** What a run leaves: all rows, sorted as text, and the table of cells. */
    record Result(String name, List<String> rows, String table) {}

    RealCluster() throws IOException, InterruptedException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/cluster")), "run-")
                .toAbsolutePath();
        hdfs = new Hdfs(folder.resolve("hdfs"));
        spark = new SparkCluster(folder);
        reader = SparkSession.builder()
                .master("local[1]")
                .appName("rows")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 1)
                .getOrCreate();
        faults = jar(folder.resolve("faults.jar"));
    }

    /** The classes that inject faults, as executors take them. */
    private static Path jar(Path jar) throws IOException {
        Path classes = Path.of("target/test-classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.list(classes.resolve("hopfield/cluster/fault"))) {
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    Hdfs hdfs() {
        return hdfs;
    }

    /** Options with one more. */
    static List<String> with(List<String> options, String more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    /** The address of a run's folder. */
    String out(String name) {
        return hdfs.at("/" + name);
    }

    Marks marks() throws IOException {
        return new Marks(Files.createTempDirectory(folder, "marks"));
    }

    /** Options of spark-submit that inject a fault. */
    List<String> injecting(Fault fault, Marks marks) {
        return List.of(
                "--jars=" + faults,
                "--conf=spark.plugins=" + FaultPlugin.class.getName(),
                "--conf=spark.hadoop.fs.hdfs.impl=" + FaultyHdfs.class.getName(),
                "--conf=spark.hadoop." + Fault.NAME + "=" + fault,
                "--conf=spark.hadoop." + Fault.MARKS + "=" + marks.folder());
    }

    /** Submits a sweep to two living workers. */
    Submitted submit(String name, List<String> sweep, List<String> sparkOptions)
            throws IOException, InterruptedException {
        spark.replaceTheDead();
        List<String> arguments = new ArrayList<>(List.of(
                "--master=" + spark.master(),
                "--executor-memory=700m",
                "--driver-memory=1g",
                "--conf=spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "--conf=spark.hopfield.heartbeat=1s",
                "--conf=spark.hadoop.dfs.replication=2",
                "--conf=spark.shuffle.io.retryWait=1s"));
        arguments.addAll(sparkOptions);
        arguments.addAll(List.of("sweep", "--images=mnist:" + hdfs.at("/mnist"), "--out=" + out(name)));
        arguments.addAll(sweep);
        return Submitted.start(folder, name.replace('/', '-') + "-" + System.nanoTime(), arguments);
    }

    /** The same, to its end. */
    Submitted.Outcome run(String name, List<String> sweep, List<String> sparkOptions)
            throws IOException, InterruptedException {
        try (Submitted run = submit(name, sweep, sparkOptions)) {
            return run.end();
        }
    }

    /** Asserts that a run has left the rows, to the last bit, and the bytes of the table, of one that nothing disturbed. */
    void assertUndisturbed(String name, List<String> sweep) throws IOException, InterruptedException {
        Result expected = undisturbed(sweep);
        Result found = result(name);
        assertThat(found.rows().equals(expected.rows()))
                .as(
                        "the same %d rows, of %d undisturbed ones",
                        found.rows().size(), expected.rows().size())
                .isTrue();
        assertThat(found.table()).isEqualTo(expected.table());
    }

    /** What a sweep leaves that nothing disturbs, in one process between HDFS and HDFS; it is run once. */
    Result undisturbed(List<String> sweep) throws IOException, InterruptedException {
        Result known = undisturbed.get(sweep);
        if (known != null) {
            return known;
        }
        String name = "undisturbed-" + undisturbed.size();
        Submitted.Outcome outcome = run(name, sweep, List.of("--master=local[2]"));
        assertThat(outcome.status()).as(outcome.err()).isZero();
        Result result = result(name);
        undisturbed.put(sweep, result);
        return result;
    }

    private Result result(String name) throws IOException {
        return new Result(name, rows(name), hdfs.text("/" + name + "/capacity.csv"));
    }

    /** All rows of a run's table, sorted as text. */
    List<String> rows(String name) {
        return new MetricsTable(reader, out(name) + "/metrics")
                .read().collectAsList().stream().map(Row::toString).sorted().toList();
    }

    @Override
    public void close() throws IOException {
        spark.close();
        reader.close();
        hdfs.close();
    }
}
