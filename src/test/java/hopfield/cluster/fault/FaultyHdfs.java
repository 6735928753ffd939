package hopfield.cluster.fault;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.EnumSet;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.util.Progressable;

/** HDFS that injects the faults that befall a task when it has written all its rows and closes a file of them. */
public final class FaultyHdfs extends DistributedFileSystem {
    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            EnumSet<CreateFlag> flags,
            int buffer,
            short replication,
            long block,
            Progressable progress,
            Options.ChecksumOpt checksum)
            throws IOException {
        FSDataOutputStream out = super.create(path, permission, flags, buffer, replication, block, progress, checksum);
        return path.getName().startsWith("part-") ? new FSDataOutputStream(new Closing(path, out), null) : out;
    }

    private void beforeClose(Path path) throws IOException {
        Fault fault = Fault.valueOf(getConf().get(Fault.NAME));
        Marks marks = new Marks(java.nio.file.Path.of(getConf().get(Fault.MARKS)));
        boolean first = path.getName().startsWith("part-00000");
        boolean larger = path.toString().contains("/patterns=" + Fault.LARGER_LOAD + "/");
        try {
            switch (fault) {
                case EXECUTOR_KILLED_IN_RECALL -> {
                    if (marks.leave(fault.name())) {
                        Marks.kill(ProcessHandle.current());
                    }
                }
                case WORKER_KILLED -> {
                    if (marks.leave(fault.name())) {
                        Marks.kill(ProcessHandle.current().parent().orElseThrow());
                    }
                }
                case TASK_FAILS_TWICE -> {
                    if (first && larger && (marks.leave("failure-1") || marks.leave("failure-2"))) {
                        throw new IOException("injected: the file cannot be closed");
                    }
                }
                case STRAGGLER, PAUSE -> {
                    if (first && marks.leave(fault.name())) {
                        marks.pause();
                    }
                }
                case STALL -> {
                    if (first && larger) {
                        marks.leave(fault.name());
                        marks.pause();
                    }
                }
                case EXECUTOR_KILLED_IN_TRAINING, SHUFFLE_FILES_LOST -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("stopped while it stood still").initCause(e);
        }
    }

    private final class Closing extends FilterOutputStream {
        private final Path path;
        private boolean closed;

        Closing(Path path, OutputStream out) {
            super(out);
            this.path = path;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                beforeClose(path);
            }
            super.close();
        }
    }
}
