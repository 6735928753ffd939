package hopfield.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.cluster.fault.Fault;
import hopfield.cluster.fault.Marks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever ends the driver, finished cells are kept, others are not seen, and --resume does the rest alone. */
@ExtendWith(OneCluster.class)
class LostDriverIT {
    private static final int ROWS_OF_A_LOAD = (Hdfs.TRAINING + Hdfs.TEST) * 4;

    private final RealCluster cluster;

    LostDriverIT(RealCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void aKilledDriverIsResumed() throws Exception {
        try (Submitted run = stalled("killed")) {
            run.signal("KILL");

            assertThat(run.end().status()).isEqualTo(137);
        }
        assertResumed("killed");
    }

    @Test
    @Tag("ladder")
    void aSecondSweepIsRefused() throws Exception {
        try (Submitted run = stalled("twofold")) {
            for (List<String> sweep : List.of(RealCluster.LARGE, RealCluster.with(RealCluster.LARGE, "--resume"))) {
                Submitted.Outcome refused = cluster.run("twofold", sweep, List.of("--master=local[1]"));

                assertThat(refused.status()).as(refused.err()).isEqualTo(2);
                assertThat(refused.err()).contains("error: the sweep of app-").contains(" is writing into ");
            }
            run.signal("KILL");
        }
    }

    @Test
    @Tag("ladder")
    void anInterruptedRunSaysSoInOneLineAndIsResumed() throws Exception {
        try (Submitted run = stalled("interrupted")) {
            run.signal("INT");
            Submitted.Outcome outcome = run.end();

            assertThat(outcome.status()).isEqualTo(130);
            assertThat(outcome.err().lines().filter(line -> line.startsWith("interrupted: ")))
                    .containsExactly("interrupted: what is finished is kept in " + cluster.out("interrupted")
                            + "; the same command with --resume does the rest");
            assertThat(outcome.err()).doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(cluster.hdfs().has("/interrupted/.lease")).isFalse();
        }
        assertResumed("interrupted");
    }

    /** A run of which the smaller of two loads is finished, and the larger stands still with its rows written. */
    private Submitted stalled(String name) throws Exception {
        Marks marks = cluster.marks();
        Submitted run = cluster.submit(name, RealCluster.LARGE, cluster.injecting(Fault.STALL, marks));
        try {
            run.await("the larger load", () -> marks.has(Fault.STALL.name()));
            run.await("the smaller load finished", () -> cluster.hdfs()
                    .has("/" + name + "/metrics/rule=hebbian/patterns=300/_cells.json"));
            return run;
        } catch (AssertionError e) {
            run.close();
            throw e;
        }
    }

    private void assertResumed(String name) throws Exception {
        assertThat(cluster.rows(name)).as("rows of the finished load alone").hasSize(ROWS_OF_A_LOAD);

        Submitted.Outcome resumed = cluster.run(name, RealCluster.with(RealCluster.LARGE, "--resume"), List.of());

        assertThat(resumed.status()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("1 of 2 memories are finished already");
        cluster.assertUndisturbed(name, RealCluster.LARGE);
    }
}
