package hopfield.spark;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            try (RunLease lease = RunLease.take(files, path, "a sweep", Duration.ofMillis(10), () -> {})) {
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

    /** A file system on which another writer comes first, and which calls that what it will, as HDFS does. */
    private static final class Contested extends RawLocalFileSystem {
        @Override
        public FSDataOutputStream create(
                Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
                throws IOException {
            Files.writeString(pathToFile(path).toPath(), "b by c on d, 1");
            throw new IOException("AlreadyBeingCreatedException");
        }
    }

    @Test
    void anothersLeaseIsLeftAlone() throws Exception {
        Path path = new Path(folder.resolve(".lease").toUri());
        try (Contested files = new Contested()) {
            files.initialize(URI.create("file:///"), new Configuration(false));

            assertThatThrownBy(() -> RunLease.take(files, path, "a sweep", Duration.ofSeconds(1), () -> {}))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("another run has just begun in file:" + folder + "; choose another --out");
        }
        assertThat(folder.resolve(".lease")).hasContent("b by c on d, 1");
    }

    /** A disk that takes a file's name, but nothing of its text. */
    private static final class Full extends RawLocalFileSystem {
        private final String after;

        Full(String after) {
            this.after = after;
        }

        @Override
        public FSDataOutputStream create(
                Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
                throws IOException {
            Files.writeString(pathToFile(path).toPath(), after);
            return new FSDataOutputStream(
                    new OutputStream() {
                        @Override
                        public void write(int part) throws IOException {
                            throw new IOException("No space left on device");
                        }
                    },
                    null);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', false", "'a sw', false", "'b by c on d, 1', true"})
    void aLeaseThatCannotBeFilledIsRemovedUnlessItIsAnothers(String after, boolean left) throws Exception {
        Path path = new Path(folder.resolve(".lease").toUri());
        try (Full files = new Full(after)) {
            files.initialize(URI.create("file:///"), new Configuration(false));

            assertThatThrownBy(() -> RunLease.take(files, path, "a sweep", Duration.ofSeconds(1), () -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
        assertThat(Files.exists(folder.resolve(".lease"))).isEqualTo(left);
    }

    @Test
    @Timeout(120)
    void itsHolderHearsAtEveryBeatThatAnotherHasTakenIt() throws Exception {
        java.nio.file.Path file = folder.resolve(".lease");
        CountDownLatch heard = new CountDownLatch(2);
        try (RawLocalFileSystem files = new RawLocalFileSystem()) {
            files.initialize(URI.create("file:///"), new Configuration(false));
            try (RunLease lease =
                    RunLease.take(files, new Path(file.toUri()), "a sweep", Duration.ofMillis(10), heard::countDown)) {
                Files.move(Files.writeString(folder.resolve("other"), "b by c on d, 1"), file, ATOMIC_MOVE);

                heard.await();

                assertThatThrownBy(lease::check)
                        .isInstanceOf(BadInput.class)
                        .hasMessage("the sweep of b by c on d has taken file:" + folder
                                + " over from this one, which stood still for too long; leave the rest to it");
            }
            assertThat(file).hasContent("b by c on d, 1");
        }
    }

    @Test
    void aHolderThatEndsAsItIsLookedAtIsNoMistakeOfTheReaders() throws Exception {
        Path path = new Path(folder.resolve(".lease").toUri());
        try (RawLocalFileSystem files = new RawLocalFileSystem()) {
            files.initialize(URI.create("file:///"), new Configuration(false));

            assertThatThrownBy(() -> RunLease.awaitDeath(files, path, Duration.ofSeconds(1)))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("another run has just ended in file:" + folder + "; try again");
        }
    }

    /** Without one act that makes the file, two of four now and then both have it. */
    @Test
    void ofThoseWhoStartAtTheSameMomentOneHasIt() throws Exception {
        for (int round = 0; round < 25; round++) {
            Path path = new Path(folder.resolve("run" + round + "/.lease").toUri());
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> holding = new ArrayList<>();
            ExecutorService starters = Executors.newFixedThreadPool(4);
            CountDownLatch done = new CountDownLatch(4);
            for (int k = 0; k < 4; k++) {
                holding.add(starters.submit(() -> {
                    start.await();
                    try (RunLease lease = RunLease.take(
                            FileSystem.get(path.toUri(), new Configuration(false)),
                            path,
                            "a sweep",
                            Duration.ofMillis(10),
                            () -> {})) {
                        done.countDown();
                        done.await();
                        lease.check();
                        return true;
                    } catch (BadInput refused) {
                        done.countDown();
                        return false;
                    }
                }));
            }
            start.countDown();
            int holders = 0;
            for (Future<Boolean> each : holding) {
                holders += each.get() ? 1 : 0;
            }
            starters.shutdown();
            assertThat(holders).isEqualTo(1);
        }
    }
}
