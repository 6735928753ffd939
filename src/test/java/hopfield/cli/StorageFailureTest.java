package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.apache.hadoop.net.NetUtils;
import org.junit.jupiter.api.Test;

class StorageFailureTest {
    private static final String CALL = "Call From driver/127.0.0.1 to namenode:8020 failed on ";

    /** As Hadoop's own client wraps it. */
    private static IOException wrapped(IOException failure) {
        IOException wrapped = NetUtils.wrapException("namenode", 8020, "driver/127.0.0.1", 0, failure);
        assertThat(wrapped.getMessage()).contains("namenode:8020");
        return wrapped;
    }

    @Test
    void aLostNameNodeIsNamed() {
        IOException lost = wrapped(new ConnectException("Connection refused"));

        assertThat(StorageFailure.of(new UncheckedIOException("metrics hdfs://namenode:8020/run", lost)))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("namenode:8020 failed on connection exception: java.net.ConnectException: ")
                        .endsWith("Connection refused"));
    }

    @Test
    void aNameNodeThatDoesNotAnswerIsNamed() {
        assertThat(StorageFailure.of(wrapped(new SocketTimeoutException("connect timed out"))))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("namenode:8020 failed on socket timeout exception: ")
                        .endsWith("connect timed out"));
    }

    @Test
    void whatATaskSentHomeAsTextIsRecognised() {
        assertThat(StorageFailure.of(
                        new RuntimeException("Lost task 0.0 in stage 2.0: java.net.ConnectException: " + CALL
                                + "connection exception: java.net.ConnectException: Connection refused; For more details see:"
                                + " http://wiki.apache.org/hadoop/ConnectionRefused\n\tat org.apache.hadoop.ipc")))
                .contains(CALL + "connection exception: java.net.ConnectException: Connection refused");
    }

    @Test
    void aLostExecutorIsNoStorageFailure() {
        assertThat(StorageFailure.of(new RuntimeException(
                        "Failed to connect to worker/127.0.0.1:7077", new ConnectException("Connection refused"))))
                .isEmpty();
    }
}
