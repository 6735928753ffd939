package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.spark.MetricsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run whose rows are in folders noise=KIND/level=LEVEL, as 0.1.0 left them. */
@ExtendWith(AsSubmitted.class)
class OlderRowsTest {
    private static final List<String> SWEEP = List.of(
            "sweep",
            "--images=digits:60",
            "--rule=hebbian,modern:784",
            "--patterns=3,6",
            "--noise=flip=0,0.25; gaussian=1");

    @TempDir
    private Path folder;

    @Test
    void aReportReadsItAsBefore() throws IOException {
        Path run = olderRun();
        byte[] table = Files.readAllBytes(run.resolve("capacity.csv"));
        Files.delete(run.resolve("capacity.csv"));

        Commands.Outcome outcome = Commands.run("report", run.toString());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(run.resolve("capacity.csv")).hasBinaryContent(table);
    }

    @Test
    void itIsNotResumed() throws IOException {
        Path run = olderRun();
        Files.delete(run.resolve("report.html"));
        Path begun = run.resolve(".begun.json");
        String now = Files.readString(begun);
        Files.delete(run.resolve("..begun.json.crc"));
        Files.writeString(begun, now.replaceFirst("(\"code version\" : \")[^\"]*", "$10.1.0 (abc)"));
        List<String> rows = Commands.rows(run.resolve("metrics").toString());

        Commands.Outcome outcome = sweep(run, "--resume");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: file:" + run + " holds another run: code version was 0.1.0 (abc), is ")
                .endsWith("; resume with what it was begun with, or choose another --out\n")
                .hasLineCount(1);
        assertThat(Commands.rows(run.resolve("metrics").toString())).isEqualTo(rows);
    }

    private Path olderRun() throws IOException {
        Path run = folder.resolve("run");
        Commands.Outcome outcome = sweep(run);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        Path metrics = run.resolve("metrics");
        List<String> rows = Commands.rows(metrics.toString());
        Path older = folder.resolve("older");
        try (SparkSession session =
                SparkSession.builder().master("local[1]").appName("older").getOrCreate()) {
            new MetricsTable(session, metrics.toString())
                    .read()
                    .write()
                    .partitionBy("rule", "patterns", "noise", "level")
                    .parquet(older.toString());
        }
        Commands.remove(metrics);
        Files.move(older, metrics);
        assertThat(metrics.resolve("rule=modern%3A784/patterns=3/noise=flip/level=0.25"))
                .isDirectory();
        assertThat(Commands.rows(metrics.toString())).isEqualTo(rows);
        return run;
    }

    private static Commands.Outcome sweep(Path run, String... more) {
        return Commands.run(Stream.of(SWEEP, List.of("--out=" + run), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }
}
