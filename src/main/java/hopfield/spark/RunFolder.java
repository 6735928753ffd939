package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of one run, on any Hadoop file system. */
public final class RunFolder {
    private static final List<String> CONTENTS =
            List.of("metrics", "capacity.csv", "report.html", "run.json", "restored", "sheet.png");

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

    /** Writes a text file whole. */
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
            if (!files.rename(partial, new Path(folder, name))) {
                throw new IOException("could not rename " + partial + " to " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path(name) + ": " + e.getMessage(), e);
        }
    }
}
