package hopfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.cluster.fault.Fault;
import hopfield.cluster.fault.Marks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged jar, submitted to a standalone cluster between HDFS and HDFS: executors and workers that die or dawdle cost time alone. */
@ExtendWith(OneCluster.class)
class LostExecutorsIT {
    @Test
    @Tag("ladder")
    void whereNothingDiesTheClusterLeavesWhatOneProcessLeaves(RealCluster cluster) throws Exception {
        Submitted.Outcome outcome = cluster.run("clean", RealCluster.LARGE, List.of());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("Lost ").doesNotContain("FetchFailed");
        cluster.assertUndisturbed("clean", RealCluster.LARGE);
    }

    @Test
    void anExecutorThatDiesLosesNothing(RealCluster cluster) throws Exception {
        assertNothingLost(Fault.EXECUTOR_KILLED_IN_RECALL, cluster);

        assertThat(cluster.rows(Fault.EXECUTOR_KILLED_IN_RECALL.name()))
                .hasSize((Hdfs.TRAINING + Hdfs.TEST) * 2 * 4)
                .doesNotHaveDuplicates();
        for (String part : List.of("run.json", "report.html")) {
            assertThat(cluster.hdfs().text("/" + Fault.EXECUTOR_KILLED_IN_RECALL + "/" + part))
                    .as(part)
                    .contains("spark://");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXECUTOR_KILLED_IN_TRAINING", "WORKER_KILLED"})
    @Tag("ladder")
    void whatDiesLosesNothing(Fault fault, RealCluster cluster) throws Exception {
        assertNothingLost(fault, cluster);
    }

    private static void assertNothingLost(Fault fault, RealCluster cluster) throws Exception {
        Marks marks = cluster.marks();

        Submitted.Outcome outcome = cluster.run(fault.name(), RealCluster.LARGE, cluster.injecting(fault, marks));

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(marks.has(fault.name())).isTrue();
        assertThat(outcome.err()).as("the driver saw it").contains("Lost executor");
        cluster.assertUndisturbed(fault.name(), RealCluster.LARGE);
    }

    @Test
    @Tag("ladder")
    void aTaskThatIsRunTwiceAtOnceIsCountedOnce(RealCluster cluster) throws Exception {
        Marks marks = cluster.marks();
        Stream<String> speculation = Stream.of(
                        "spark.speculation=true",
                        "spark.speculation.quantile=0.5",
                        "spark.speculation.multiplier=1.5",
                        "spark.speculation.efficiency.enabled=false",
                        "spark.eventLog.compress=false",
                        "spark.eventLog.rolling.enabled=false")
                .map(setting -> "--conf=" + setting);

        Submitted.Outcome outcome = cluster.run(
                "speculation",
                RealCluster.with(RealCluster.LARGE, "--event-log=" + cluster.out("events")),
                Stream.concat(cluster.injecting(Fault.STRAGGLER, marks).stream(), speculation)
                        .toList());

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(marks.has(Fault.STRAGGLER.name())).isTrue();
        assertThat(cluster.hdfs().texts("/events"))
                .as("what ran twice")
                .contains("\"Speculative\":true")
                .contains("\"Reason\":\"TaskKilled\"");
        cluster.assertUndisturbed("speculation", RealCluster.LARGE);
    }
}
