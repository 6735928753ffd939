package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a run that ends early: the command that goes on with it is one that is accepted. */
class SweepRunTest {
    @Test
    void theFolderIsNamedWhereTheCommandDidNot() {
        assertThat(SweepRun.kept(SweepCommand.Fallback.NONE, Map.of("out", "runs/a"), "runs/a"))
                .isEqualTo("what is finished is kept in runs/a; the same command with --resume does the rest");
        assertThat(SweepRun.kept(SweepCommand.Fallback.NONE, Map.of(), "out/sweep-1"))
                .isEqualTo("what is finished is kept in out/sweep-1;"
                        + " the same command with --out out/sweep-1 --resume does the rest");
    }

    @Test
    void aQuickstartIsASweepOfItsConfigurationAndItsImages() {
        assertThat(SweepRun.kept(
                        SweepCommand.Fallback.BUILT_IN_DIGITS, Map.of("images", "digits:70000"), "out/quickstart-1"))
                .isEqualTo("what is finished is kept in out/quickstart-1;"
                        + " ./submit.sh sweep --config conf/quickstart.properties --images digits:70000"
                        + " with --out out/quickstart-1 --resume does the rest");
    }
}
