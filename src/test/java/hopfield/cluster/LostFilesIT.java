package hopfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import hopfield.cluster.fault.Fault;
import hopfield.cluster.fault.Marks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are lost between tasks, or fail while they are written, are made again. */
@Tag("ladder")
@ExtendWith(OneCluster.class)
class LostFilesIT {
    @Test
    void lostShuffleFilesAreMadeAgain(RealCluster cluster) throws Exception {
        Marks marks = cluster.marks();

        Submitted.Outcome outcome =
                cluster.run("shuffle", RealCluster.SMALL, cluster.injecting(Fault.SHUFFLE_FILES_LOST, marks));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(marks.has(Fault.SHUFFLE_FILES_LOST.name())).isTrue();
        assertThat(outcome.err()).as("the driver saw it").contains("FetchFailed");
        cluster.assertUndisturbed("shuffle", RealCluster.SMALL);
    }

    @Test
    void aTaskThatFailsTwiceIsDoneOnce(RealCluster cluster) throws Exception {
        Marks marks = cluster.marks();

        Submitted.Outcome outcome =
                cluster.run("twice", RealCluster.LARGE, cluster.injecting(Fault.TASK_FAILS_TWICE, marks));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(marks.has("failure-2")).isTrue();
        assertThat(outcome.err()).as("the driver saw it").contains("injected: the file cannot be closed");
        cluster.assertUndisturbed("twice", RealCluster.LARGE);
    }

    @Test
    void aDataNodeThatDiesLosesNothing(RealCluster cluster) throws Exception {
        Marks marks = cluster.marks();
        try (Submitted run = cluster.submit("datanode", RealCluster.LARGE, cluster.injecting(Fault.PAUSE, marks))) {
            run.await("rows in an open file", () -> marks.has(Fault.PAUSE.name()));
            cluster.hdfs().withOneDataNode(() -> {
                marks.goOn();

                Submitted.Outcome outcome = run.end();

                assertThat(outcome.status()).as(outcome.err()).isZero();
            });
        }
        cluster.assertUndisturbed("datanode", RealCluster.LARGE);
    }

    @Test
    void hdfsInSafeModeIsOneLine(RealCluster cluster) throws Exception {
        cluster.hdfs().inSafeMode(() -> {
            Submitted.Outcome outcome = cluster.run("safe", RealCluster.SMALL, List.of());

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("error: output folder " + cluster.out("safe")
                            + " cannot be written: Cannot create directory /safe. Name node is in safe mode.")
                    .endsWith("; choose another --out, or make that one writable\n")
                    .hasLineCount(1);
        });
    }

    @Test
    void aFullHdfsIsOneLineAndTheRestIsDoneWhenThereIsRoom(RealCluster cluster) throws Exception {
        cluster.hdfs().makeSmall("/small", Hdfs.BLOCK_CLAIMED + (48 << 10));

        Submitted.Outcome outcome = cluster.run("small/run", RealCluster.LARGE, List.of());

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err().lines().filter(line -> line.startsWith("error: ")))
                .singleElement(STRING)
                .startsWith(
                        "error: the run ended because a file system failed: The DiskSpace quota of /small is exceeded");
        assertThat(outcome.err()).as("no stack trace").doesNotContain("\tat ");
        cluster.hdfs().makeSmall("/small", 1L << 40);
        Submitted.Outcome resumed =
                cluster.run("small/run", RealCluster.with(RealCluster.LARGE, "--resume"), List.of());
        assertThat(resumed.status()).as(resumed.err()).isZero();
        cluster.assertUndisturbed("small/run", RealCluster.LARGE);
    }
}
