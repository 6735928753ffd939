package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of one run, on any Hadoop file system: its metrics, its record, and what is made of them for people. */
public final class RunFolder {
    private static final List<String> CONTENTS = List.of("metrics", "capacity.csv", "report.html", "run.json");

    private final FileSystem files;
    private final Path folder;

    private RunFolder(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * A folder for a new run; nothing is made yet.
     *
     * @throws BadInput if it already holds a run, or its file system cannot be reached
     */
    public static RunFolder forNewRun(String path, Configuration configuration) {
        HadoopFiles hadoop = new HadoopFiles(configuration);
        Path folder = hadoop.path("--out", path);
        try {
            FileSystem files = hadoop.of(folder);
            if (files.exists(folder) && !files.getFileStatus(folder).isDirectory()) {
                throw new BadInput(path + " is a file, expected a folder; choose another --out");
            }
            for (String content : CONTENTS) {
                if (files.exists(new Path(folder, content))) {
                    throw new BadInput(
                            path + " already holds a run (" + content + "); choose another --out or remove it");
                }
            }
            return new RunFolder(files, folder);
        } catch (IOException e) {
            throw new BadInput("output folder " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The folder of a run that is there, or of a report.
     *
     * @throws BadInput if it is no usable path
     */
    public static RunFolder ofRun(String path, Configuration configuration) {
        HadoopFiles hadoop = new HadoopFiles(configuration);
        Path folder = hadoop.path("a run", path);
        try {
            return new RunFolder(hadoop.of(folder), folder);
        } catch (IOException e) {
            throw new BadInput("run " + path + " cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Whether the run has a part. */
    public boolean has(String name) {
        try {
            return files.exists(new Path(folder, name));
        } catch (IOException e) {
            throw new UncheckedIOException("could not look for " + path(name) + ": " + e.getMessage(), e);
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
            throw new UncheckedIOException("could not read " + path(name) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes the folder, now that all else has been found in order.
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
            throw new BadInput("output folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The path of one of the run's parts. */
    public String path(String name) {
        return new Path(folder, name).toString();
    }

    /** Writes a text file whole, over what was there: under another name first, so that it is never seen half-written. */
    public void write(String name, String text) {
        Path partial = new Path(folder, "." + name + ".part");
        try {
            try (OutputStream out = files.create(partial, true)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            files.delete(new Path(folder, name), false);
            if (!files.rename(partial, new Path(folder, name))) {
                throw new IOException("could not rename " + partial + " to " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path(name) + ": " + e.getMessage(), e);
        }
    }
}
