package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of what is wrong: each is refused in one line, and nothing is written. */
abstract class Refusals {
    @TempDir
    Path folder;

    @BeforeAll
    static void beSparkSubmit() {
        System.setProperty("spark.master", "local[1]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.hadoop.fs.full.impl", FullDisk.class.getName());
    }

    @AfterAll
    static void beNobody() {
        List.of("spark.master", "spark.ui.enabled", "spark.hadoop.fs.full.impl").forEach(System::clearProperty);
    }

    /** Status 2, one line, nothing printed as a result, nothing written. */
    void refused(List<String> options, String message) throws IOException {
        List<String> names = names();
        String given = String.join(" ", options)
                + (options.get(0).equals("--config") ? Files.readString(Path.of(options.get(1))) : "");
        Stream<String> rest = Stream.of(
                        "--images=digits:60", "--patterns=3", "--noise=flip=0.1", "--out=" + folder + "/run")
                .filter(option -> !given.contains(option.substring(2).replaceFirst("=.*", "") + " "));

        Commands.Outcome outcome = Commands.run(Stream.of(Stream.of("sweep"), options.stream(), rest)
                .flatMap(part -> part)
                .toArray(String[]::new));

        assertThat(outcome.err()).startsWith("error: " + message).hasLineCount(1);
        if (!message.endsWith(" ")) {
            assertThat(outcome.err()).isEqualTo("error: " + message + "\n");
        }
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(names()).as("nothing is written").isEqualTo(names);
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
