package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.spark.network.server.TransportRequestHandler;
import org.junit.jupiter.api.Test;

/** What conf/log4j2.properties, with which these tests run too, lets a user see. */
class LoggingTest {
    @Test
    void whatAnExecutorSendsAfterTheEndIsNotSeenAndOtherFailuresOfTheNetworkAre() {
        assertThat(isSeen("Error while invoking RpcHandler#receive() for one-way message from /127.0.0.1:35954."))
                .isFalse();
        assertThat(isSeen("Error while invoking RpcHandler#receive() on RPC id 7"))
                .isTrue();
        assertThat(isSeen("Error opening stream 7 for request from /127.0.0.1:35954"))
                .isTrue();
    }

    private static boolean isSeen(String message) {
        String name = TransportRequestHandler.class.getName();
        LoggerConfig logger = LoggerContext.getContext(false).getConfiguration().getLoggerConfig(name);
        assertThat(logger.getName()).isEqualTo(name);
        return logger.getLevel().isLessSpecificThan(Level.ERROR)
                && !logger.isFiltered(Log4jLogEvent.newBuilder()
                        .setLoggerName(name)
                        .setLevel(Level.ERROR)
                        .setMessage(new SimpleMessage(message))
                        .build());
    }
}
