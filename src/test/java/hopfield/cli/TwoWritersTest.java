package hopfield.cli;

import static hopfield.cli.Spoiling.mistake;
import static hopfield.cli.Spoiling.run;
import static hopfield.cli.Spoiling.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is written into the folder of another run, or of a sweep that lives. */
@ExtendWith(AsSubmitted.class)
class TwoWritersTest {
    private static final String LIVING = "spark.hadoop.fs.living.impl";
    private static final String BEAT = "spark.hopfield.heartbeat";
    private static final String SWEEP = "sweep --images digits:12 --rule hebbian --patterns 3 --noise flip=0.1 --out ";

    @TempDir
    private static Path whole;

    @TempDir
    private Path folder;

    private Path one;

    @BeforeAll
    static void mount() {
        System.setProperty(LIVING, Living.class.getName());
        System.setProperty(BEAT, "1s");
        Commands.Outcome swept = run(SWEEP + whole);
        assertThat(swept.status()).as(swept.err()).isZero();
    }

    @AfterAll
    static void unmount() {
        System.clearProperty(LIVING);
        System.clearProperty(BEAT);
    }

    @BeforeEach
    void copy() throws IOException {
        one = Commands.copy(whole, folder.resolve("one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" --resume", " --overwrite"})
    void aSweepBesideALiveOneIsRefused(String how) throws IOException {
        Path live = Files.createDirectories(folder.resolve("live"));
        Files.writeString(live.resolve(".lease"), "app-1 by somebody on elsewhere, 1");
        List<String> before = tree(live);

        assertThat(run(SWEEP + "living:" + live + how)).isEqualTo(mistake(isWriting(live)));
        assertThat(tree(live)).isEqualTo(before);
    }

    @Test
    void aRestorationBesideALiveOneIsRefused() throws IOException {
        Path model = folder.resolve("model");
        assertThat(run("train --images digits:5 --out " + model).status()).isZero();
        Path live = Files.createDirectories(folder.resolve("live"));
        Files.writeString(live.resolve(".lease"), "the restoration of app-1 by somebody on elsewhere, 1");
        Files.createDirectories(live.resolve(".unfinished/restored"));
        List<String> before = tree(live);

        String restore = "restore --images digits:5 --model " + model + " --out ";
        assertThat(run(restore + "living:" + live))
                .isEqualTo(mistake(isWriting(live).replace("the sweep of", "the restoration of")));
        assertThat(tree(live)).isEqualTo(before);

        assertThat(run(restore + live).status()).as("its holder was killed").isZero();
        assertThat(live.resolve("run.json")).exists();
        assertThat(live.resolve(".lease")).doesNotExist();
        assertThat(live.resolve(".unfinished")).doesNotExist();
    }

    @Test
    void aReportIsNotWrittenBesideALiveSweep() throws IOException {
        Files.writeString(one.resolve(".lease"), "app-1 by somebody on elsewhere, 1");
        List<String> before = tree(one);

        assertThat(run("report living:" + one)).isEqualTo(mistake(isWriting(one)));
        assertThat(tree(one)).isEqualTo(before);
    }

    @Test
    void aReportOfALiveSweepIsWrittenElsewhere() throws IOException {
        Files.writeString(one.resolve(".lease"), "app-1 by somebody on elsewhere, 1");
        Path elsewhere = folder.resolve("elsewhere");

        assertThat(run("report living:" + one + " --out " + elsewhere).status()).isZero();
        assertThat(elsewhere.resolve("report.html")).exists();
    }

    @Test
    void aReportOfARunThatWasKilledIsWrittenIntoItsFolder() throws IOException {
        Files.writeString(one.resolve(".lease"), "app-1 by somebody on elsewhere, 1");
        Files.delete(one.resolve("report.html"));

        assertThat(run("report " + one).status()).isZero();
        assertThat(one.resolve("report.html")).exists();
        assertThat(one.resolve(".lease")).exists();
    }

    @Test
    void aReportReplacesNoneOfAnotherRun() throws IOException {
        Path two = Commands.copy(whole, folder.resolve("two"));
        Files.writeString(two.resolve("capacity.csv"), "of two");
        List<byte[]> before = List.of(content(one), content(two));

        assertThat(run("report " + one + " --out " + two)).isEqualTo(mistake(wouldReplace(two)));
        assertThat(run("report " + one + " " + two + " --out " + one)).isEqualTo(mistake(wouldReplace(one)));
        assertThat(content(one)).isEqualTo(before.get(0));
        assertThat(content(two)).isEqualTo(before.get(1));
    }

    @Test
    void aReportDoesNotTakeTheFolderOfARunThatHasJustBegun() throws IOException {
        Path begun = Files.createDirectories(folder.resolve("begun"));
        Files.writeString(begun.resolve(".begun.json"), "{}");

        assertThat(run("report " + one + " --out " + begun)).isEqualTo(mistake(wouldReplace(begun)));
    }

    @Test
    void aReportIsMadeAgainWhereItWas() throws IOException {
        Path two = Commands.copy(whole, folder.resolve("two"));
        String both = "report " + one + " " + two + " --out " + folder.resolve("both");

        assertThat(run(both).status()).isZero();
        assertThat(run(both).status()).isZero();
        assertThat(run("report " + one + " --out " + one + "/.").status()).isZero();
    }

    private static byte[] content(Path run) throws IOException {
        return Files.readAllBytes(run.resolve("capacity.csv"));
    }

    private static String isWriting(Path live) {
        return "the sweep of app-1 by somebody on elsewhere is writing into living:" + live
                + "; wait for it to end, or choose another --out";
    }

    private static String wouldReplace(Path run) {
        return run + " holds a run with a report of its own, which this one would replace; choose another --out";
    }
}
