package hopfield.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A disk on which a file of rows never comes to be, unless its task is cancelled; meanwhile the run's folder has gone to another. */
public final class TakenOver extends RawLocalFileSystem {
    static final String SUCCESSOR = "app-2 by somebody on elsewhere, 1";

    @Override
    public URI getUri() {
        return URI.create("taken:///");
    }

    @Override
    public String getScheme() {
        return "taken";
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
        standStill(path);
        return super.create(path, permission, overwrite, buffer, replication, block, progress);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        standStill(path);
        return super.create(path, overwrite, buffer, replication, block, progress);
    }

    private void standStill(Path path) throws IOException {
        if (!path.getName().startsWith("part-")) {
            return;
        }
        Path folder = path;
        while (!exists(new Path(folder, ".lease"))) {
            folder = folder.getParent();
        }
        java.nio.file.Path lease = pathToFile(new Path(folder, ".lease")).toPath();
        java.nio.file.Path other = Files.createTempFile(lease.getParent(), ".lease", "");
        Files.writeString(other, SUCCESSOR);
        Files.move(other, lease, StandardCopyOption.ATOMIC_MOVE);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("cancelled").initCause(e);
        }
    }
}
