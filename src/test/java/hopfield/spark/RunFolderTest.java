package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
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
