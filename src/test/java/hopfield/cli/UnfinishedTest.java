package hopfield.cli;

import static hopfield.cli.Spoiling.pictures;
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

/** Commands whose disk is full when the first rows come, pictures being written already: nothing of theirs is left. */
@ExtendWith(AsSubmitted.class)
class UnfinishedTest {
    private static final String FULL = "spark.hadoop.fs.full.impl";

    @TempDir
    private Path folder;

    private Path given;
    private Path model;

    @BeforeAll
    static void mountAFullDisk() {
        System.setProperty(FULL, FullDisk.class.getName());
    }

    @AfterAll
    static void unmount() {
        System.clearProperty(FULL);
    }

    @BeforeEach
    void train() throws IOException {
        given = pictures(folder.resolve("given"), 12, 10);
        model = folder.resolve("model");
        Commands.Outcome trained = run("train --rule storkey --images folder:" + given + " --out " + model);
        assertThat(trained.status()).as(trained.err()).isZero();
    }

    @Test
    void aRestorationThatFailsMidwayLeavesNothing() throws IOException {
        refusedLeavingAllAsItWas("restore --model " + model + " --images folder:" + given
                + " --noise flip=0.1 --out full://" + folder.resolve("later"));
    }

    @Test
    void aRestorationThatFailsMidwayLeavesWhatWasThere() throws IOException {
        Path later = Files.createDirectories(folder.resolve("later"));
        Files.writeString(later.resolve("notes.txt"), "precious");

        refusedLeavingAllAsItWas(
                "restore --model " + model + " --images folder:" + given + " --noise flip=0.1 --out full://" + later);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storkey", "nearest"})
    void aTrainingThatFailsMidwayLeavesNothing(String rule) throws IOException {
        refusedLeavingAllAsItWas(
                "train --rule " + rule + " --images folder:" + given + " --out full://" + folder.resolve("later"));
    }

    @Test
    void aRestorationIsMovedToItsPlaceWholeBesideWhatWasThere() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("notes.txt"), "precious");
        String restore = "restore --model " + model + " --images folder:" + given + " --noise flip=0.1 --out " + out;

        assertThat(run(restore).status()).isZero();

        assertThat(out.toFile().list((parent, name) -> !name.endsWith(".crc")))
                .containsExactlyInAnyOrder("metrics", "notes.txt", "restored", "run.json", "sheet.png");
        assertThat(run(restore).err())
                .isEqualTo("error: " + out
                        + " already holds a run (restored, sheet.png, metrics, run.json); choose another"
                        + " --out or remove it\n");
    }

    private void refusedLeavingAllAsItWas(String command) throws IOException {
        List<String> before = tree(folder);

        Commands.Outcome outcome = run(command);

        assertThat(outcome.err())
                .isEqualTo("error: the run ended because a file system failed: No space left on device; mend it (--out,"
                        + " spark.local.dir); nothing is kept in full://" + folder
                        + "/later; give the same command again\n");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(tree(folder)).isEqualTo(before);
    }
}
