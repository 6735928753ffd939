package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfMemoryTest {
    /** As standalone clusters, YARN and Kubernetes put it, and a task of this process. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ExecutorLostFailure (executor 1 exited caused by one of the running tasks) Reason: Command exited with code 52",
                "Container from a bad node: container_1 on host: h. Exit status: 52. Diagnostics",
                "The executor with id 1 exited with exit code 52(JVM OOM).",
                "Lost task 0.0 in stage 2.0 (TID 2) (executor driver): java.lang.OutOfMemoryError: Java heap space"
            })
    void whatSparkSaysOfTooLittleMemoryIsRecognised(String said) {
        assertThat(OutOfMemory.isCauseOf(new IllegalStateException(new RuntimeException(said))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Command exited with code 1", "exit code 520", "No space left on device"})
    void otherFailuresAreNot(String said) {
        assertThat(OutOfMemory.isCauseOf(new RuntimeException(said))).isFalse();
    }

    @Test
    void theErrorItselfIsRecognised() {
        assertThat(OutOfMemory.isCauseOf(new RuntimeException(new OutOfMemoryError())))
                .isTrue();
    }

    @Test
    void whoseMemoryItWasIsToldByWhatFailed() {
        OutOfMemoryError error = new OutOfMemoryError();

        assertThat(OutOfMemory.isHere(new RuntimeException(error))).isTrue();
        assertThat(OutOfMemory.isHere(new RuntimeException(new SparkException("Job aborted", error))))
                .isFalse();
    }

    @Test
    void theLineSaysWhichMemoryToRaiseAndHowToGoOn() {
        assertThat(OutOfMemory.line(true, 500_000_000, "give the same command again"))
                .isEqualTo(
                        "error: 500 MB are too little memory here; raise --driver-memory; give the same command again");
        assertThat(OutOfMemory.line(false, 500_000_000, "give the same command again"))
                .isEqualTo(
                        "error: an executor had too little memory; raise --executor-memory; give the same command again");
    }
}
