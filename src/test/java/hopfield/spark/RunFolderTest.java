package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps that look at a folder before another run comes and goes there, and begin after it. */
class RunFolderTest {
    private static final RunIdentity ONE = new RunIdentity(Map.of("--seed", "1"));
    private static final RunIdentity OTHER = new RunIdentity(Map.of("--seed", "2"));

    @TempDir
    private Path folder;

    private RunFolder of(RunFolder.How how) {
        return RunFolder.of(folder.resolve("run").toString(), how, new Configuration());
    }

    private static boolean begin(RunFolder run, RunIdentity identity) {
        return run.begin(identity, "a test", Duration.ofSeconds(1), () -> {});
    }

    private void finish(RunIdentity identity) {
        try (RunFolder run = of(RunFolder.How.NEW)) {
            begin(run, identity);
            run.write("report.html", "of the first");
            run.write("run.json", "{\"seconds\": 1}");
        }
    }

    private void isAsItWas() {
        assertThat(folder.resolve("run/report.html")).hasContent("of the first");
        assertThat(folder.resolve("run/.begun.json")).content().contains("\"1\"");
        assertThat(folder.resolve("run/.lease")).doesNotExist();
    }

    @Test
    void aNewRunTakesNoFolderThatHasBeenFilledMeanwhile() {
        RunFolder late = of(RunFolder.How.NEW);
        finish(ONE);

        assertThatThrownBy(() -> begin(late, OTHER))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("already holds a finished run; choose another --out, or --overwrite it");
        isAsItWas();
    }

    @Test
    void aNewRunTakesNoFolderThatHasBeenBegunMeanwhile() {
        RunFolder late = of(RunFolder.How.NEW);
        try (RunFolder run = of(RunFolder.How.NEW)) {
            begin(run, ONE);
            run.write("run.json", "{}");
        }

        assertThatThrownBy(() -> begin(late, OTHER))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("already holds a run that is not finished (run.json)");
    }

    private Draft draft(RunFolder run) {
        return run.draft("the restoration of a test", Duration.ofSeconds(1), () -> {});
    }

    @Test
    void aDraftGivesItsFolderBackHoweverItEnds() {
        Draft given = draft(RunFolder.forNewRun(folder.resolve("run").toString(), new Configuration()));
        assertThat(folder.resolve("run/.lease")).exists();
        given.close();
        assertThat(folder.resolve("run")).doesNotExist();

        try (Draft kept = draft(RunFolder.forNewRun(folder.resolve("run").toString(), new Configuration()))) {
            kept.write("run.json", new byte[1]);
            kept.finish("run.json");
        }
        assertThat(folder.resolve("run")).isDirectoryNotContaining("glob:**/.{lease,unfinished}");
        assertThat(folder.resolve("run/run.json")).exists();
    }

    @Test
    void aDraftTakesNoFolderThatHasBeenFilledMeanwhile() {
        RunFolder late = RunFolder.forNewRun(folder.resolve("run").toString(), new Configuration());
        finish(ONE);

        assertThatThrownBy(() -> draft(late))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        " already holds a run (report.html, run.json, .begun.json); choose another --out");
        isAsItWas();
    }

    @Test
    void whatAKilledRestorationLeftIsNoSweepsToResume() throws IOException {
        Files.createDirectories(folder.resolve("run/.unfinished/restored"));
        Files.writeString(folder.resolve("run/.unfinished/restored/a.png"), "");
        Files.writeString(folder.resolve("run/.lease"), "the restoration of b by c on d, 1");

        assertThatThrownBy(() -> of(RunFolder.How.NEW))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("the restoration of b by c on d is writing into ")
                .hasMessageEndingWith("or was killed; choose another --out, or --overwrite what a killed one left");
        try (RunFolder run = of(RunFolder.How.OVERWRITE)) {
            assertThat(run.begin(ONE, "a test", Duration.ofMillis(10), () -> {}))
                    .isTrue();
            assertThat(folder.resolve("run/.unfinished")).doesNotExist();
        }
    }

    @Test
    void aDraftThatWasTakenOverTouchesNothing() throws IOException {
        Draft lost = draft(RunFolder.forNewRun(folder.resolve("run").toString(), new Configuration()));
        lost.write("run.json", new byte[1]);
        Files.delete(folder.resolve("run/..lease.crc"));
        Files.writeString(folder.resolve("run/.lease"), "the restoration of b by c on d, 1");

        assertThatThrownBy(() -> lost.finish("run.json"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("the restoration of b by c on d has taken ");
        lost.close();

        assertThat(folder.resolve("run/.lease")).hasContent("the restoration of b by c on d, 1");
        assertThat(folder.resolve("run/.unfinished/run.json")).exists();
        assertThat(folder.resolve("run/run.json")).doesNotExist();
    }

    /** A disk on which a lease is taken, but nothing else is written; meanwhile somebody puts a file beside it. */
    public static final class OneFile extends RawLocalFileSystem {
        @Override
        public FSDataOutputStream create(
                org.apache.hadoop.fs.Path path,
                boolean overwrite,
                int buffer,
                short replication,
                long block,
                Progressable progress)
                throws IOException {
            if (path.getName().equals(".lease")) {
                return super.create(path, overwrite, buffer, replication, block, progress);
            }
            Files.writeString(pathToFile(path).toPath().resolveSibling("notes.txt"), "precious");
            throw new IOException("No space left on device");
        }
    }

    @Test
    void aFolderMadeInVainIsLeftWhereOthersHaveWrittenIntoIt() {
        Configuration disk = new Configuration();
        disk.setClass("fs.file.impl", OneFile.class, FileSystem.class);
        disk.setBoolean("fs.file.impl.disable.cache", true);
        RunFolder run = RunFolder.of(folder.resolve("run").toString(), RunFolder.How.NEW, disk);

        assertThatThrownBy(() -> begin(run, ONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No space left on device");
        assertThat(folder.resolve("run")).isDirectoryContaining("glob:**/notes.txt");
        assertThat(folder.resolve("run/.lease")).doesNotExist();
    }

    @Test
    void aResumedRunLooksAtWhatHasComeMeanwhile() {
        RunFolder same = of(RunFolder.How.RESUME);
        RunFolder another = of(RunFolder.How.RESUME);
        finish(ONE);

        assertThat(begin(same, ONE)).isFalse();
        assertThatThrownBy(() -> begin(another, OTHER))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(" holds another run: --seed was 1, is 2");
        isAsItWas();
    }
}
