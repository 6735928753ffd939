package hopfield.cli;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A disk on which nothing can be written: {@code full:///read-only} because it is mounted so, others because they are full. */
public final class FullDisk extends RawLocalFileSystem {
    @Override
    public URI getUri() {
        return URI.create("full:///");
    }

    @Override
    public String getScheme() {
        return "full";
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
        if (path.getName().equals("read-only")) {
            throw new IOException("Read-only file system");
        }
        return true;
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        throw new IOException("No space left on device");
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        throw new IOException("No space left on device");
    }
}
