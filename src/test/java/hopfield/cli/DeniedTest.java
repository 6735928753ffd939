package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file system that says no, with its server's stack trace in the message, as HDFS does. */
@ExtendWith(AsSubmitted.class)
class DeniedTest {
    private static final String CLASS = "spark.hadoop.fs.denied.impl";
    private static final String ANSWER = "Permission denied: user=me\n\tat a.server.Checker(Checker.java:1)";

    /** Registered by its class, as a user does: through Spark's options. */
    public static final class Denied extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("denied:///");
        }

        @Override
        public boolean exists(Path path) throws IOException {
            throw new IOException(ANSWER);
        }

        @Override
        public FileStatus getFileStatus(Path path) throws IOException {
            throw new IOException(ANSWER);
        }

        @Override
        public FSDataInputStream open(Path path, int buffer) throws IOException {
            throw new IOException(ANSWER);
        }
    }

    @BeforeAll
    static void register() {
        System.setProperty(CLASS, Denied.class.getName());
    }

    @AfterAll
    static void forget() {
        System.clearProperty(CLASS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep --config denied:/x.properties | --config denied:/x.properties cannot be read: Permission denied: user=me; pass a properties file",
                "sweep --images folder:denied:/x | folder denied:/x cannot be listed: Permission denied: user=me; pass a folder that can",
                "sweep --images idx:denied:/x | denied:/x cannot be read: Permission denied: user=me; pass an IDX file that can",
                "train --images digits:9 --out denied:/m | model folder denied:/m cannot be used: Permission denied: user=me; choose another --out, or make that one writable",
                "restore --images digits:9 --model denied:/m | denied:/m/model.json cannot be read: Permission denied: user=me; copy the model again, or train it anew"
            })
    void whatItSaysIsOneLine(String command, String message) {
        assertThat(Commands.run(command.split(" "))).isEqualTo(new Commands.Outcome(2, "", "error: " + message + "\n"));
    }
}
