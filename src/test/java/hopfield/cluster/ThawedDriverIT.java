package hopfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that stands still while it reports, and wakes when --resume has finished its run: it finds its folder taken. */
@Tag("ladder")
class ThawedDriverIT {
    private static final List<String> SWEEP = List.of(
            "--master=local[1]",
            "--conf=spark.ui.enabled=false",
            "--conf=spark.hopfield.heartbeat=1s",
            "sweep",
            "--images=digits:400",
            "--rule=hebbian",
            "--patterns=5",
            "--noise=flip=0.1,0.2");

    @TempDir
    private Path folder;

    @Test
    void endsWithOneLineAndChangesNothingOfItsSuccessors() throws Exception {
        Path out = folder.resolve("run");
        try (Submitted frozen = Submitted.start(folder, "frozen", sweep("--out=" + out))) {
            frozen.await("the table", () -> Files.exists(out.resolve("capacity.csv")));
            frozen.signal("STOP");
            assumeTrue(Files.notExists(out.resolve("report.html")), "it was too fast to be stopped while it reported");
            TreeMap<String, Integer> finished;
            try (Submitted successor = Submitted.start(folder, "successor", sweep("--resume", "--out=" + out))) {
                Submitted.Outcome outcome = successor.end();
                assertThat(outcome.status()).as(outcome.err()).isZero();
                assertThat(outcome.err()).contains("its work is taken over", "1 of 1 memories are finished already");
                finished = contents(out);
            }

            frozen.signal("CONT");
            Submitted.Outcome outcome = frozen.end();

            assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
            assertThat(outcome.err().lines().filter(line -> line.startsWith("error: ")))
                    .containsExactly("error: file:" + out + "/.lease is gone: another run has taken file:" + out
                            + " over from this one, or it was removed; see what is there, and give the same command"
                            + " with --resume");
            assertThat(outcome.err()).as("no stack trace").doesNotContain("\tat ");
            assertThat(contents(out)).isEqualTo(finished);
            assertThat(finished)
                    .containsKeys("report.html", "report.md", "capacity.csv", "capacity.parquet", "run.json");
        }
    }

    private static List<String> sweep(String... more) {
        return Stream.concat(SWEEP.stream(), Stream.of(more)).toList();
    }

    /** What is in each file of a folder. */
    private static TreeMap<String, Integer> contents(Path root) throws IOException {
        TreeMap<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
