package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import hopfield.image.Workers;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a saved memory, on any Hadoop file system: a Parquet table in each folder, and model.json, which is written last:
 * where there is one, the model is whole.
 */
final class ModelFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFolder.class);
    private static final String JSON = "model.json";
    private static final int LARGEST_JSON = 1 << 24;

    private final HadoopFiles hadoop;
    private final String given;
    private final Path folder;
    private boolean made;
    private boolean removed;

    /** @throws BadInput if the path is none, or a pattern */
    ModelFolder(String option, String path, Configuration configuration) {
        this.hadoop = new HadoopFiles(configuration);
        this.given = path;
        this.folder = hadoop.plainPath(option, path);
    }

    /** @throws BadInput if there is something where a new model is to be */
    void requireNew() {
        try {
            FileSystem files = hadoop.of(folder);
            if (files.exists(new Path(folder, JSON))) {
                throw new BadInput(given + " already holds a model; choose another --out or remove it");
            }
            if (files.exists(folder)
                    && (!files.getFileStatus(folder).isDirectory() || files.listStatus(folder).length > 0)) {
                throw new BadInput(given + " exists and is no empty folder; choose another --out or remove it");
            }
        } catch (IOException e) {
            throw new BadInput(
                    "model folder " + given + " cannot be used: " + HadoopFiles.reason(e)
                            + "; choose another --out, or make that one writable",
                    e);
        }
    }

    /**
     * Makes the folder.
     *
     * @throws BadInput if it cannot be written
     */
    synchronized void make() {
        requireKept();
        made = true;
        try {
            if (!hadoop.of(folder).mkdirs(folder)) {
                throw new IOException("its folder cannot be made");
            }
        } catch (IOException e) {
            throw new BadInput(
                    "model folder " + given + " cannot be written: " + HadoopFiles.reason(e)
                            + "; choose another --out, or make that one writable",
                    e);
        }
    }

    /** Removes what was written of a model, if {@link #make} was called; it cannot be finished then. */
    synchronized void remove() {
        removed = true;
        try {
            if (made) {
                hadoop.of(folder).delete(folder, true);
            }
        } catch (IOException e) {
            LOG.warn("could not remove {}: {}", folder, HadoopFiles.reason(e));
        }
    }

    private void requireKept() {
        if (removed) {
            throw new IllegalStateException(folder + " has been given up");
        }
    }

    /** Where it is, absolute. */
    String address() {
        return folder.toString();
    }

    /** The address of a table, or of any file. */
    String path(String name) {
        return new Path(folder, name).toString();
    }

    /** Every file of the tables, read and summed over the cluster. */
    List<ModelInfo.TableFile> tableFiles(List<String> tables, Workers workers) {
        ArrayList<String> paths = new ArrayList<>();
        try {
            for (String table : tables) {
                for (FileStatus file : hadoop.of(folder).listStatus(new Path(folder, table))) {
                    if (file.getPath().getName().startsWith("part-")) {
                        paths.add(table + "/" + file.getPath().getName());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths.sort(null);
        return workers.map("sum the model's files", paths, sums()::of);
    }

    private TableSums sums() {
        return new TableSums(hadoop, folder.toString());
    }

    /** Says that the model is whole. */
    synchronized void finish(ModelInfo model) {
        requireKept();
        Path partial = new Path(folder, "." + JSON + ".part");
        try {
            try (OutputStream out = hadoop.of(folder).create(partial, true)) {
                out.write(ModelJson.write(model).getBytes(StandardCharsets.UTF_8));
            }
            if (!hadoop.of(folder).rename(partial, new Path(folder, JSON))) {
                throw new IOException("could not rename " + partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path(JSON) + ": " + HadoopFiles.reason(e), e);
        }
    }

    /**
     * The metadata of a model whose files are all there, to the last bit.
     *
     * @throws BadInput if they are not, or are of a format that is not known here
     */
    ModelInfo read(Workers workers) {
        ModelInfo model = naming(path(JSON), () -> ModelJson.read(json()));
        workers.map("check the model's files", new ArrayList<>(model.tables()), sums()::complaint).stream()
                .filter(complaint -> !complaint.isEmpty())
                .findFirst()
                .ifPresent(complaint -> {
                    throw new BadInput(given + " is damaged: " + complaint + "; copy it again, or train it anew");
                });
        return model;
    }

    /** The result of what refuses a model's file or folder in words that stand behind its name; each time saying what to do. */
    static <T> T naming(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadInput e) {
            String wayOut = e.getMessage().contains("; ") ? "" : "; copy the model again, or train it anew";
            throw new BadInput(name + " " + e.getMessage() + wayOut, e);
        }
    }

    private String json() {
        Path path = new Path(folder, JSON);
        try (InputStream in = hadoop.of(path).open(path)) {
            return new String(in.readNBytes(LARGEST_JSON), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            throw new BadInput(
                    "does not exist: there is no model, or its training did not end; pass a folder that train wrote",
                    e);
        } catch (IOException e) {
            throw new BadInput("cannot be read: " + HadoopFiles.reason(e), e);
        }
    }
}
