package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose folder another has taken over while it recalls. */
@ExtendWith(AsSubmitted.class)
class LostLeaseTest {
    private static final String TAKEN = "spark.hadoop.fs.taken.impl";
    private static final String BEAT = "spark.hopfield.heartbeat";

    @TempDir
    private Path folder;

    @BeforeAll
    static void mount() {
        System.setProperty(TAKEN, TakenOver.class.getName());
        System.setProperty(BEAT, "1s");
    }

    @AfterAll
    static void unmount() {
        System.clearProperty(TAKEN);
        System.clearProperty(BEAT);
    }

    /** Its tasks would stand still for ever: only their cancellation ends them. */
    @Test
    @Timeout(240)
    void cancelsItsJobsAndLeavesTheFolderToItsSuccessor() {
        Path out = folder.resolve("run");

        Commands.Outcome outcome =
                Commands.run("sweep", "--images=digits:60", "--patterns=3", "--noise=flip=0.1", "--out=taken://" + out);

        assertThat(outcome)
                .isEqualTo(new Commands.Outcome(
                        2,
                        "",
                        "error: the sweep of app-2 by somebody on elsewhere has taken taken:" + out
                                + " over from this one, which stood still for too long; leave the rest to it\n"));
        assertThat(out.resolve(".lease")).hasContent(TakenOver.SUCCESSOR);
        assertThat(out.resolve("metrics/_unfinished")).doesNotExist();
        assertThat(out.resolve("report.html")).doesNotExist();
    }
}
