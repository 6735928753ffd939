package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sweeps of what is wrong: each is refused in one line, which names the file that is wrong, and nothing is written. */
class HostileInputTest {
    @TempDir
    private Path folder;

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

    static Stream<Hostile> inputs() {
        return Stream.of(HostileImages.images(), HostileImages.labels(), HostileConfiguration.configuration())
                .flatMap(some -> some);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void isOneLineStatusTwoAndNothingWritten(Hostile input) throws IOException {
        Hostile hostile = input.in(folder);
        List<String> before = names();

        Commands.Outcome outcome = sweep(hostile);

        assertThat(outcome.err()).hasLineCount(1).startsWith("error: " + hostile.message());
        if (!hostile.message().endsWith(" ")) {
            assertThat(outcome.err()).isEqualTo("error: " + hostile.message() + "\n");
        }
        assertThat(outcome.err()).as("names the file").contains(folder.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(names()).as("nothing is written").isEqualTo(before);
    }

    private Commands.Outcome sweep(Hostile hostile) {
        Stream<String> rest = Stream.of("images=digits:60", "patterns=3", "noise=flip=0.1", "out=" + folder + "/run")
                .filter(option -> !hostile.sets(option.substring(0, option.indexOf('='))))
                .map(option -> "--" + option);
        return Commands.run(Stream.of(Stream.of("sweep"), hostile.options().stream(), rest)
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    @Test
    void aDiskThatFillsUpEndsTheRunInOneLineAndLeavesNoRow() throws IOException {
        Commands.Outcome outcome = Commands.run(
                "sweep", "--images=digits:60", "--patterns=3", "--noise=flip=0.1", "--out=full://" + folder + "/later");

        assertThat(outcome)
                .isEqualTo(new Commands.Outcome(
                        2,
                        "",
                        "error: the run ended because a file system failed: No space left on device; mend it (--out,"
                                + " spark.local.dir); what is finished is kept in full://" + folder
                                + "/later; the same command with --resume does the rest\n"));
        assertThat(names()).noneMatch(name -> name.contains("part-") || name.contains("_unfinished"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
