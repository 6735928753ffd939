package hopfield.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bounded run of the fuzzers in every build, always from the same seed. */
class FuzzIT {
    private static final int RUNS = 500;

    @TempDir
    private Path folder;

    static Stream<String> targets() {
        return Fuzzing.TARGETS.stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noInputIsMoreThanRefused(String target) throws Exception {
        Fuzzing.Outcome outcome = Fuzzing.run(target, "-runs=" + RUNS, folder);

        assertThat(outcome.status()).as(outcome.log()).isZero();
        assertThat(outcome.executions()).isGreaterThanOrEqualTo(RUNS);
    }
}
