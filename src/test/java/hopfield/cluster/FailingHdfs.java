package hopfield.cluster;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.EnumSet;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.util.Progressable;

/** HDFS on which the first rows of every run are lost twice: the first part file cannot be closed by two attempts in a row. */
public final class FailingHdfs extends DistributedFileSystem {
    private static final int FAILURES = 2;

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
        return failing(path, super.create(path, permission, flags, buffer, replication, block, progress, checksum));
    }

    private FSDataOutputStream failing(Path path, FSDataOutputStream out) throws IOException {
        return path.getName().startsWith("part-00000-") && marked()
                ? new FSDataOutputStream(new Failing(out), null)
                : out;
    }

    private boolean marked() throws IOException {
        for (int failure = 1; failure <= FAILURES; failure++) {
            try {
                Files.createFile(java.nio.file.Path.of(getConf().get("hopfield.test.marks"), "failure-" + failure));
                return true;
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
        return false;
    }

    private static final class Failing extends FilterOutputStream {
        Failing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            super.close();
            throw new IOException("injected: the file cannot be closed");
        }
    }
}
