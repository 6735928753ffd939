package hopfield.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The right to write into a run's folder. */
class RunLeaseTest {
    @TempDir
    private java.nio.file.Path folder;

    /** A disk that fills up: a file that is written again is lost. */
    private static final class Filling extends RawLocalFileSystem {
        private volatile boolean full;

        @Override
        public FSDataOutputStream create(
                Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
                throws IOException {
            if (full) {
                delete(path, false);
                throw new IOException("No space left on device");
            }
            return super.create(path, overwrite, buffer, replication, block, progress);
        }
    }

    @Test
    void aFullDiskDoesNotTakeALeaseAway() throws Exception {
        Path path = new Path(folder.resolve(".lease").toUri());
        try (Filling files = new Filling()) {
            files.initialize(URI.create("file:///"), new Configuration(false));
            try (RunLease lease = RunLease.take(files, path, "a sweep", Duration.ofMillis(10))) {
                files.full = true;
                long seen = files.getFileStatus(path).getModificationTime();
                while (files.getFileStatus(path).getModificationTime() == seen) {
                    Thread.sleep(5);
                }

                assertThatCode(lease::check).doesNotThrowAnyException();
            }
            assertThat(files.exists(path)).isFalse();
        }
    }
}
