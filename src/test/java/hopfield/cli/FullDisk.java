package hopfield.cli;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A disk on which nothing can be written: {@code full:///read-only} because it is mounted so, others because they are full; below a
 * folder {@code later}, small files still go in, but no rows.
 */
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
        return !isLater(path) || super.mkdirs(path);
    }

    private static boolean isLater(Path path) {
        return path.toString().contains("/later");
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
        if (isLater(path) && !path.getName().startsWith("part-")) {
            return super.create(path, permission, overwrite, buffer, replication, block, progress);
        }
        throw new IOException("No space left on device");
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        if (isLater(path) && !path.getName().startsWith("part-")) {
            return super.create(path, overwrite, buffer, replication, block, progress);
        }
        throw new IOException("No space left on device");
    }
}
