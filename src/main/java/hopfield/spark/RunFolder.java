package hopfield.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one run, on any Hadoop file system: its metrics, its record, what is made of them for people and, last of all,
 * report.html. While it is written it also holds what the run is ({@code .begun.json}) and who writes it ({@code .lease}).
 */
public final class RunFolder implements AutoCloseable {
    private static final String METRICS = "metrics";
    private static final String RECORD = "run.json";
    private static final String REPORT = "report.html";

    /** The run is finished where the last of these stands, and the one before it says so. */
    private static final List<String> CONTENTS = List.of(
            "restored",
            "sheet.png",
            METRICS,
            "gallery.json",
            "capacity.csv",
            "capacity.parquet",
            "report.md",
            RECORD,
            REPORT);

    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEGUN = ".begun.json";
    private static final String LEASE = ".lease";

    private final FileSystem files;
    private final Path folder;
    private final How how;
    private volatile RunLease lease;

    /** What to do with a run that is there already. */
    public enum How {
        /** Refuse to touch it. */
        NEW,
        /** Finish it. */
        RESUME,
        /** Replace it. */
        OVERWRITE
    }

    private RunFolder(FileSystem files, Path folder, How how) {
        this.files = files;
        this.folder = folder;
        this.how = how;
    }

    /**
     * A folder for a run; nothing is made or removed yet.
     *
     * @throws BadInput if it holds a run that must not be touched, or its file system cannot be reached
     */
    public static RunFolder of(String path, How how, Configuration configuration) {
        HadoopFiles hadoop = new HadoopFiles(configuration);
        Path folder = hadoop.path("--out", path);
        try {
            FileSystem files = hadoop.of(folder);
            if (files.exists(folder) && !files.getFileStatus(folder).isDirectory()) {
                throw new BadInput(path + " is a file, expected a folder; choose another --out");
            }
            RunFolder run = new RunFolder(files, folder, how);
            if (how == How.NEW) {
                run.requireNone(path);
            }
            return run;
        } catch (IOException e) {
            throw unusable(path, "used", e);
        }
    }

    /** A folder for a run that is neither resumed nor watched; nothing is made yet. Likewise. */
    public static RunFolder forNewRun(String path, Configuration configuration) {
        return of(path, How.NEW, configuration);
    }

    /**
     * /**
     * The folder of a run that is there, or of a report.
     *
     * @throws BadInput if it is no usable path
     */
    public static RunFolder ofRun(String path, Configuration configuration) {
        HadoopFiles hadoop = new HadoopFiles(configuration);
        Path folder = hadoop.path("a run", path);
        try {
            return new RunFolder(hadoop.of(folder), folder, How.RESUME);
        } catch (IOException e) {
            throw new BadInput("run " + path + " cannot be reached: " + HadoopFiles.reason(e), e);
        }
    }

    /** Whether the run has a part. */
    public boolean has(String name) {
        try {
            return exists(name);
        } catch (IOException e) {
            throw new UncheckedIOException("could not look for " + path(name) + ": " + HadoopFiles.reason(e), e);
        }
    }

    /** A text file of the run; empty where there is none. */
    public Optional<String> read(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try (InputStream in = files.open(new Path(folder, name))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + path(name) + ": " + HadoopFiles.reason(e), e);
        }
    }

    /**
     * Makes the folder.
     *
     * @throws BadInput if nothing can be written there
     */
    public void make() {
        try {
            if (!files.mkdirs(folder)) {
                throw new IOException("its folder cannot be made");
            }
            Path probe = new Path(folder, ".writable");
            files.create(probe, true).close();
            files.delete(probe, false);
        } catch (IOException e) {
            throw unusable(folder.toString(), "written", e);
        }
    }

    private void requireNone(String path) throws IOException {
        List<String> found = new ArrayList<>();
        for (String content : CONTENTS) {
            if (exists(content)) {
                found.add(content);
            }
        }
        if (finished()) {
            throw new BadInput(path + " already holds a finished run; choose another --out, or --overwrite it");
        }
        if (exists(LEASE)) {
            throw new BadInput(RunLease.holder(files, new Path(folder, LEASE)) + " is writing into " + path
                    + ", or was killed; --resume finishes what a killed one began, --overwrite begins anew");
        }
        if (!found.isEmpty()) {
            throw new BadInput(path + " already holds a run that is not finished (" + String.join(", ", found)
                    + "); --resume to finish it, --overwrite to begin anew, or choose another --out");
        }
    }

    private boolean exists(String name) throws IOException {
        return files.exists(new Path(folder, name));
    }

    /** A report alone may have been made of what there was of a run. */
    private boolean finished() throws IOException {
        if (!exists(REPORT) || !exists(RECORD)) {
            return false;
        }
        try (InputStream in = files.open(new Path(folder, RECORD))) {
            return JSON.readTree(in).has("seconds");
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    /**
     * Takes the folder for this run, now that all else has been found in order; makes it if need be.
     *
     * @param identity all that decides the run's rows
     * @param who writes, in words
     * @param beat how often it says that it lives
     * @return false if the run is there and finished already, and nothing is left to do
     * @throws BadInput if another sweep is writing there, the run to resume is another one, or nothing can be written
     */
    public boolean begin(RunIdentity identity, String who, Duration beat) {
        boolean isNew = false;
        try {
            if (how == How.RESUME && exists(BEGUN)) {
                requireSame(identity);
                if (finished()) {
                    return false;
                }
            } else if (how == How.RESUME && exists(METRICS)) {
                throw new BadInput(folder + " does not say what it was begun with (" + BEGUN
                        + " is missing), so it cannot be resumed; choose another --out, or --overwrite it");
            }
            isNew = !files.exists(folder);
            if (!files.mkdirs(folder)) {
                throw new IOException("its folder cannot be made");
            }
            lease = RunLease.take(files, new Path(folder, LEASE), who, beat);
            if (how == How.OVERWRITE) {
                for (int k = CONTENTS.size() - 1; k >= 0; k--) {
                    files.delete(new Path(folder, CONTENTS.get(k)), true);
                }
            }
            write(BEGUN, identity.json());
            return true;
        } catch (IOException e) {
            removeIf(isNew);
            throw unusable(folder.toString(), "written", e);
        } catch (UncheckedIOException e) {
            removeIf(isNew);
            throw unusable(folder.toString(), "written", e.getCause());
        }
    }

    /** Leaves no trace of a folder that was made in vain. */
    private void removeIf(boolean isNew) {
        close();
        try {
            if (isNew) {
                files.delete(folder, true);
            }
        } catch (IOException e) {
            LOG.warn("could not remove {}: {}", folder, HadoopFiles.reason(e));
        }
    }

    private void requireSame(RunIdentity now) throws IOException {
        RunIdentity begun;
        try (InputStream in = files.open(new Path(folder, BEGUN))) {
            begun = RunIdentity.read(in);
        } catch (IOException e) {
            throw new BadInput(
                    path(BEGUN) + " cannot be read (" + HadoopFiles.reason(e) + "), so the run cannot be resumed;"
                            + " choose another --out, or --overwrite it",
                    e);
        }
        List<String> differences = begun.differencesTo(now);
        if (!differences.isEmpty()) {
            throw new BadInput(folder + " holds another run: " + String.join("; ", differences)
                    + "; resume with what it was begun with, or choose another --out");
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
            throw new IllegalStateException(folder + " has been given back");
        }
        try {
            held.check();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the lease of " + folder + ": " + HadoopFiles.reason(e), e);
        }
    }

    /** The path of one of the run's parts. */
    public String path(String name) {
        return new Path(folder, name).toString();
    }

    /** Writes a text file whole, over what was there. */
    public void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file whole: under another name first, so that it is never seen half-written. */
    public void write(String name, byte[] bytes) {
        Path partial = new Path(folder, "." + name + ".part");
        try {
            try (OutputStream out = files.create(partial, true)) {
                out.write(bytes);
            }
            Path whole = new Path(folder, name);
            files.delete(whole, false);
            if (!files.rename(partial, whole)) {
                throw new IOException("could not rename " + partial + " to " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path(name) + ": " + HadoopFiles.reason(e), e);
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
