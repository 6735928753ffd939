package hopfield.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bounded run of the fuzzers in every build, always from the same seed. */
class FuzzIT {
    private static final int RUNS = 1000;

    /** A start takes longer than the inputs: no code is worth optimising. */
    private static final List<String> BRIEFLY = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    private Path folder;

    @Test
    void noInputIsMoreThanRefusedByAnyReader() throws Exception {
        Fuzzing.Outcome outcome = Fuzzing.run(Fuzzing.ALL, BRIEFLY, "-runs=" + RUNS, folder);

        assertThat(outcome.status()).as(outcome.log()).isZero();
        assertThat(outcome.executions()).isGreaterThanOrEqualTo(RUNS);
    }
}
