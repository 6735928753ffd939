package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are being written into a folder: under a hidden one in it until all of them are there. Closed before it is finished, it leaves
 * nothing; killed, nothing that is seen. The folder is its own until it is closed; what another has taken over is left alone.
 */
public final class Draft implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);
    static final String HIDDEN = ".unfinished";

    private final RunFiles place;
    private final RunFiles hidden;
    private final RunFolder lease;
    private final boolean made;
    private final List<Path> moved = new ArrayList<>();
    private boolean closed;
    private boolean givenBack;

    /**
     * @param lease the folder, which has been taken for this; given back when this is closed
     * @param made whether the folder was made for this
     * @throws IOException if nothing can be written there; nothing is left then
     */
    Draft(RunFiles place, RunFolder lease, boolean made) throws IOException {
        this.place = place;
        this.hidden = new RunFiles(place.files(), place.at(HIDDEN));
        this.lease = lease;
        this.made = made;
        try {
            place.files().delete(hidden.folder(), true);
            hidden.makeWritable();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Where a part is written. */
    public String path(String name) {
        return hidden.at(name).toString();
    }

    /** Writes a file whole. */
    public synchronized void write(String name, byte[] bytes) {
        requireOpen();
        hidden.write(name, bytes);
    }

    /**
     * Moves all parts to their places.
     *
     * @param last the part that comes last: where it is, all are
     */
    public synchronized void finish(String last) {
        requireOpen();
        lease.check();
        try {
            List<Path> parts = Stream.of(place.files().listStatus(hidden.folder()))
                    .map(FileStatus::getPath)
                    .filter(part -> !part.getName().startsWith("."))
                    .sorted(Comparator.comparing((Path part) -> part.getName().equals(last)))
                    .toList();
            for (Path part : parts) {
                Path to = place.at(part.getName());
                moved.add(to);
                if (!place.files().rename(part, to)) {
                    throw new IOException("could not rename " + part);
                }
            }
            place.files().delete(hidden.folder(), true);
            closed = true;
        } catch (IOException e) {
            throw new UncheckedIOException("could not finish " + place.folder() + ": " + HadoopFiles.reason(e), e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(place.folder() + " has been given up");
        }
    }

    /** Leaves nothing, though it be finished. */
    public synchronized void abandon() {
        closed = false;
        close();
    }

    /** Leaves nothing, unless it is finished. */
    @Override
    public synchronized void close() {
        boolean unfinished = !closed;
        closed = true;
        if (unfinished) {
            remove();
        }
        lease.close();
        givenBack = true;
        if (unfinished && made) {
            place.removeEmptyFolder();
        }
    }

    private void remove() {
        try {
            if (!givenBack) {
                lease.check();
            }
            for (Path part : moved) {
                place.files().delete(part, true);
            }
            place.files().delete(hidden.folder(), true);
        } catch (BadInput lost) {
            LOG.debug("nothing here is its own any more", lost);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("could not remove {}: {}", hidden.folder(), e.getMessage());
        }
    }
}
