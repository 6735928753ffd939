package hopfield.cli;

import hopfield.spark.MetricsTable;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Commands as spark-submit would call them, in the test's own JVM. */
final class Commands {
    private static final Map<String, String> SUBMITTED =
            Map.of("spark.master", "local[2]", "spark.ui.enabled", "false", "spark.sql.shuffle.partitions", "2");

    private Commands() {}

    /** What a command left on the terminal. */
    record Outcome(int status, String out, String err) {}

    /** Sets what spark-submit would. */
    static void beSparkSubmit() {
        SUBMITTED.forEach(System::setProperty);
    }

    /** Undoes that. */
    static void beNobody() {
        SUBMITTED.keySet().forEach(System::clearProperty);
    }

    static Outcome run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            return new Outcome(
                    Main.run(args),
                    printed.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** All rows of a metrics table, each as text to the last bit, in an order that depends on nothing else. */
    static List<String> rows(String metrics) {
        try (SparkSession session =
                SparkSession.builder().master("local[1]").appName("rows").getOrCreate()) {
            return new MetricsTable(session, metrics)
                    .read().collectAsList().stream().map(Row::toString).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Copies a folder with all that is in it. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
