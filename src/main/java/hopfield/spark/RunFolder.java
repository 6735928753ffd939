package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.SparkSession;

/**
 * The folder of one run, on any Hadoop file system: its metrics, its record, what is made of them for people and, last of all,
 * report.html. While it is written it also holds what the run is ({@code .begun.json}) and who writes it ({@code .lease}).
 */
public final class RunFolder implements AutoCloseable {
    private final RunFiles files;
    private final RunState state;
    private final How how;
    private volatile RunLease lease;
    private volatile boolean begun;

    /** The treatment of a run that is there already. */
    public enum How {
        /** Refuse to touch it. */
        NEW,
        /** Finish it. */
        RESUME,
        /** Replace it. */
        OVERWRITE
    }

    private RunFolder(FileSystem files, Path folder, How how) {
        this.files = new RunFiles(files, folder);
        this.state = new RunState(this.files);
        this.how = how;
    }

    /**
     * A folder for a run; nothing is made or removed yet.
     *
     * @throws BadInput if it holds a run that must not be touched, or its file system cannot be reached
     */
    public static RunFolder of(String path, How how, Configuration configuration) {
        HadoopFiles hadoop = new HadoopFiles(configuration);
        Path folder = hadoop.plainPath("--out", path);
        try {
            FileSystem files = hadoop.of(folder);
            if (files.exists(folder) && !files.getFileStatus(folder).isDirectory()) {
                throw new BadInput(path + " is a file, expected a folder; choose another --out");
            }
            RunFolder run = new RunFolder(files, folder, how);
            if (how == How.NEW) {
                run.state.requireNone(path);
            }
            return run;
        } catch (IOException e) {
            throw unusable(path, "used", e);
        }
    }

    /** A folder for a run that is there whole or not at all; nothing is made yet. Likewise. */
    public static RunFolder forNewRun(String path, Configuration configuration) {
        RunFolder run = of(path, How.RESUME, configuration);
        try {
            run.state.requireNothing(path);
            return run;
        } catch (IOException e) {
            throw unusable(path, "used", e);
        }
    }

    /**
     * The folder of a run that is there, or of a report.
     *
     * @throws BadInput if it is no usable path
     */
    public static RunFolder ofRun(String path, Configuration configuration) {
        HadoopFiles hadoop = new HadoopFiles(configuration);
        Path folder = hadoop.plainPath("a run", path);
        try {
            return new RunFolder(hadoop.of(folder), folder, How.RESUME);
        } catch (IOException e) {
            throw new BadInput("run " + path + " cannot be reached: " + HadoopFiles.reason(e), e);
        }
    }

    /** Whether the run has a part. */
    public boolean has(String name) {
        return files.has(name);
    }

    /** A text file of the run; empty where there is none. */
    public Optional<String> read(String name) {
        return files.read(name);
    }

    /** Whether another is the same folder. */
    public boolean isAt(RunFolder other) {
        return files.folder().equals(other.files.folder());
    }

    /** Whether a run is there, in whatever state. */
    public boolean holdsRun() {
        return state.holdsRun();
    }

    /**
     * Makes sure that no sweep is writing here; waits as one that resumes does where a lease was left.
     *
     * @param beat how often a sweep says that it lives
     * @throws BadInput if one is
     */
    public void requireNoWriter(Duration beat) {
        try {
            if (files.exists(RunState.LEASE)) {
                RunLease.awaitDeath(files.files(), files.at(RunState.LEASE), beat);
            }
        } catch (IOException e) {
            throw unusable(files.folder().toString(), "used", e);
        }
    }

    /**
     * Makes the folder.
     *
     * @throws BadInput if nothing can be written there
     */
    public void make() {
        try {
            files.makeWritable();
        } catch (IOException e) {
            throw unusable(files.folder().toString(), "written", e);
        }
    }

    /**
     * Begins to write a run that is there whole or not at all; takes the folder for it.
     *
     * @param who writes, in words
     * @param beat how often it says that it lives
     * @param whenLost called, again and again, once the folder is found to be another's
     * @throws BadInput if another is writing there, a run is there, or nothing can be written
     */
    public Draft draft(String who, Duration beat, Runnable whenLost) {
        boolean made = false;
        try {
            boolean isNew = !files.files().exists(files.folder());
            files.makeFolder();
            made = isNew;
            lease = RunLease.take(files.files(), files.at(RunState.LEASE), who, beat, whenLost);
            begun = true;
            requireStillNothing();
            return new Draft(files, this, made);
        } catch (IOException e) {
            removeIf(made);
            throw unusable(files.folder().toString(), "written", e);
        }
    }

    /**
     * Takes the folder for this run, now that all else has been found in order; makes it if need be.
     *
     * @param identity all that decides the run's rows
     * @param who writes, in words
     * @param beat how often it says that it lives
     * @param whenLost called, again and again, once it is found to be another sweep's
     * @return false if the run is there and finished already, and nothing is left to do
     * @throws BadInput if another sweep is writing there, the run to resume is another one, or nothing can be written
     */
    public boolean begin(RunIdentity identity, String who, Duration beat, Runnable whenLost) {
        boolean made = false;
        try {
            if (how == How.RESUME && state.nothingLeft(identity)) {
                return false;
            }
            boolean isNew = !files.files().exists(files.folder());
            files.makeFolder();
            made = isNew;
            lease = RunLease.take(files.files(), files.at(RunState.LEASE), who, beat, whenLost);
            if (!isStillOurs(identity)) {
                close();
                return false;
            }
            begun = true;
            files.removePartial();
            files.files().delete(files.at(Draft.HIDDEN), true); // of a restoration that was killed
            if (how == How.OVERWRITE) {
                state.remove();
            }
            state.begin(identity);
            return true;
        } catch (IOException e) {
            removeIf(made);
            throw unusable(files.folder().toString(), "written", e);
        } catch (UncheckedIOException e) {
            removeIf(made);
            throw unusable(files.folder().toString(), "written", e.getCause());
        }
    }

    /** Looks again at what is there, now that nobody else writes: another run may have come and gone since the first look. */
    private boolean isStillOurs(RunIdentity identity) throws IOException {
        try {
            if (how == How.NEW) {
                state.requireNoPart(files.folder().toString());
            }
            return how != How.RESUME || !state.nothingLeft(identity);
        } catch (BadInput another) {
            close();
            throw another;
        }
    }

    private void requireStillNothing() throws IOException {
        try {
            state.requireNothing(files.folder().toString());
        } catch (BadInput another) {
            close();
            throw another;
        }
    }

    /** Leaves no trace of a folder that was made in vain. */
    private void removeIf(boolean made) {
        close();
        if (made) {
            files.removeEmptyFolder();
        }
    }

    private static BadInput unusable(String path, String how, IOException e) {
        return new BadInput(
                "output folder " + path + " cannot be " + how + ": " + HadoopFiles.reason(e)
                        + "; choose another --out, or make that one writable",
                e);
    }

    /** Makes sure that the folder is still this run's. */
    public void check() {
        RunLease held = lease;
        if (held == null) {
            throw new IllegalStateException(files.folder() + " has been given back");
        }
        try {
            held.check();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not read the lease of " + files.folder() + ": " + HadoopFiles.reason(e), e);
        }
    }

    /** The path of one of the run's parts. */
    public String path(String name) {
        return files.at(name).toString();
    }

    /** Writes a text file whole, over what was there. */
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file whole, if the folder is still this run's when it takes its place: it is never seen half-written. */
    public void write(String name, byte[] bytes) {
        write(name, file -> RunFiles.fill(files.files(), file, bytes, false));
    }

    /**
     * Writes a table as one Parquet file, likewise.
     *
     * @param rows values in the order of the columns: String, Long, Double, or null where a column is optional
     */
    public void write(String name, SparkSession session, MessageType columns, List<List<Object>> rows) {
        write(name, file -> ParquetFile.write(session, columns, rows, file));
    }

    private void write(String name, RunFiles.Filling filling) {
        Runnable check = begun ? this::check : () -> {};
        check.run();
        files.write(name, filling, check);
    }

    /**
     * Asks what a failure came of: once the folder is another sweep's, this one's jobs are cancelled and its rows removed.
     *
     * @throws BadInput if that is so
     */
    public void checkAfter(Exception failure) {
        if (begun) {
            try {
                check();
            } catch (BadInput lost) {
                throw lost;
            } catch (RuntimeException unknown) {
                failure.addSuppressed(unknown);
            }
        }
    }

    /** Gives the folder back; another sweep may finish what this one has not. */
    @Override
    public synchronized void close() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }
}
