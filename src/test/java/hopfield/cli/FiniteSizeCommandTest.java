package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(AsSubmitted.class)
class FiniteSizeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theCriticalLoadIsExtrapolatedFromSweepsOfSeveralSizes() {
        assertThat(sweep(40, "8,11,14,17,20").err()).doesNotContain("error");
        assertThat(sweep(100, "16,20,24,28,32").err()).doesNotContain("error");
        assertThat(sweep(200, "30,36,42,48,54").err()).doesNotContain("error");

        Commands.Outcome outcome = Commands.run("finite-size", run(200), run(40), run(100));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().map(line -> line.strip().split(" +")[0]))
                .containsExactly("N", "40", "100", "200", "shift", "1/N", "N^-2/3", "theory");
        List<Double> halfPoints = outcome.out()
                .lines()
                .filter(line -> line.contains("+-"))
                .map(line -> Double.valueOf(line.strip().split(" +")[1]))
                .toList();
        assertThat(halfPoints).as("fall with N").hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(halfPoints).allMatch(load -> load > .16 && load < .45);
        assertThat(outcome.out()).endsWith(" 0.1379\n");
    }

    @Test
    void aRunThatIsOfNoUseIsNamed() throws IOException {
        sweep(40, "2,3");
        sweep(100, "2,3");
        Path small = folder.resolve("40");

        refused(
                "the loads of " + small
                        + " do not show where half of the patterns are retained; sweep loads about .14 to .2 of 40",
                run(40),
                run(100));
        refused(small + " is given for N = 41, expected 40; pass 40=" + small, "41=" + small, run(100));
        Files.delete(small.resolve(".run.json.crc"));
        Files.delete(small.resolve("run.json"));
        refused(
                "the loads of " + small
                        + " do not show where half of the patterns are retained; sweep loads about .14 to .2 of 40",
                run(40),
                run(100));
    }

    @Test
    void aFolderWithoutARunIsOneLine() {
        refused(folder.resolve("40") + " holds no metrics; pass the --out of a finished sweep", run(40), run(100));
    }

    @Test
    void oneSizeIsNoStudy() {
        Commands.Outcome outcome = Commands.run("finite-size", run(40));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("error: ").contains("N=DIR").hasLineCount(1);
        refused(
                "finite-size extrapolates from at least two sizes, was given [40] alone; pass runs of several N",
                run(40),
                "40=" + folder);
    }

    private static void refused(String message, String... runs) {
        assertThat(Commands.run(
                        Stream.concat(Stream.of("finite-size"), Stream.of(runs)).toArray(String[]::new)))
                .isEqualTo(new Commands.Outcome(2, "", "error: " + message + "\n"));
    }

    private String run(int neurons) {
        return neurons + "=" + folder.resolve(String.valueOf(neurons));
    }

    private Commands.Outcome sweep(int neurons, String loads) {
        return Commands.run(
                "sweep",
                "--config",
                "conf/finite-size.properties",
                "--images",
                "random:400x" + neurons,
                "--patterns",
                loads,
                "--out",
                folder.resolve(String.valueOf(neurons)).toString());
    }
}
