package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the metrics table. Rows of a rule and a load are written under {@code _unfinished}, which readers of Parquet folders
 * pass over, in a folder of each writer's own, so that one that was taken for dead does not touch what another writes; they enter {@code rule=R/patterns=P} by one rename, and count as finished once {@code _cells.json} stands beside them.
 */
final class MetricsFiles {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsFiles.class);
    private static final String STAGED = "_unfinished";
    private static final String RECORD = "_cells.json";
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

    private final Path table;
    private final Configuration configuration;
    private final String own = UUID.randomUUID().toString();

    MetricsFiles(String table, Configuration configuration) {
        this.table = new Path(table);
        this.configuration = configuration;
    }

    private interface Work<T> {
        T on(FileSystem files) throws IOException;
    }

    private <T> T with(Path path, Work<T> work) {
        try {
            return work.on(path.getFileSystem(configuration));
        } catch (IOException e) {
            throw new UncheckedIOException("metrics " + path + ": " + HadoopFiles.reason(e), e);
        }
    }

    /** Where a job writes its part of the rows of a rule and a load: a name that readers pass over wherever it is. */
    String staged(String rule, int patterns, String part) {
        return new Path(staging(rule, patterns), "_part-" + part).toString();
    }

    /** Where in the table all rows of a rule and a load are. */
    String whole(String rule, int patterns) {
        return new Path(table, folder(rule, patterns)).toString();
    }

    private Path staging(String rule, int patterns) {
        return new Path(staged(), folder(rule, patterns));
    }

    private static String folder(String rule, int patterns) {
        return "rule=" + escaped(rule) + "/patterns=" + patterns;
    }

    /** As Hive and Spark write and read a value in a folder's name: {@code modern%3A784}. */
    private static String escaped(String rule) {
        return UNSAFE.matcher(rule)
                .replaceAll(sign -> String.format("%%%02X", (int) sign.group().charAt(0)));
    }

    /**
     * Brings the parts together, then into the table, then on record. Of two writers that are at it at once, one that stood still
     * the while and its successor, each adds rows and record whole or neither, and takes nothing of the other's away.
     *
     * @param check called before the table is changed, twice; what it throws ends this
     * @throws BadInput if another writer was the first
     */
    void commit(String rule, int patterns, byte[] record, Runnable check) {
        Path target = new Path(table, folder(rule, patterns));
        with(target, files -> {
            FileStatus[] parts = files.listStatus(staging(rule, patterns));
            Path rows = parts[0].getPath();
            for (int k = 1; k < parts.length; k++) {
                merge(files, parts[k].getPath(), rows);
            }
            files.mkdirs(target.getParent());
            check.run();
            rename(files, rows, target);
            Path within = new Path(target, rows.getName());
            if (files.exists(within)) { // where a folder stands already, one is renamed into it
                files.delete(within, true);
                throw new BadInput(target + " holds rows of another sweep already; leave the rest to it");
            }
            check.run();
            Path partial = new Path(target, RECORD + ".part");
            try (OutputStream out = files.createFile(partial).overwrite(true).build()) { // makes no folder without rows
                out.write(record);
            }
            rename(files, partial, new Path(target, RECORD));
            return null;
        });
    }

    /** Moves all files below a folder to the same places below another. */
    private static void merge(FileSystem files, Path from, Path to) throws IOException {
        for (FileStatus child : files.listStatus(from)) {
            Path place = new Path(to, child.getPath().getName());
            if (child.isDirectory() && files.exists(place)) {
                merge(files, child.getPath(), place);
            } else {
                rename(files, child.getPath(), place);
            }
        }
    }

    private static void rename(FileSystem files, Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException("could not rename " + from + " to " + to);
        }
    }

    /** The record of a rule and a load; if there is none, their rows are removed. */
    Optional<FinishedMemory> record(String rule, int patterns) {
        Path folder = new Path(table, folder(rule, patterns));
        Path record = new Path(folder, RECORD);
        return with(record, files -> {
            try (InputStream in = files.open(record)) {
                return Optional.of(FinishedMemory.read(in));
            } catch (FileNotFoundException none) {
                files.delete(folder, true);
                return Optional.empty();
            } catch (IOException e) {
                throw new BadInput(
                        record + " is no record of finished cells (" + HadoopFiles.reason(e)
                                + "); remove it, and --resume recalls them again",
                        e);
            }
        });
    }

    /** The record of a rule and a load, without a change to the table; empty where it cannot be read. */
    Optional<FinishedMemory> recorded(String rule, int patterns) {
        Path record = new Path(new Path(table, folder(rule, patterns)), RECORD);
        try (InputStream in = record.getFileSystem(configuration).open(record)) {
            return Optional.of(FinishedMemory.read(in));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Removes a folder of the table, if it is there. */
    void remove(String folder) {
        with(new Path(folder), files -> files.delete(new Path(folder), true));
    }

    /** The folder of the rows that this writer has staged. */
    private Path staged() {
        return new Path(new Path(table, STAGED), own);
    }

    /** Removes what any writer has staged. */
    void clear() {
        removeStaged(new Path(table, STAGED));
    }

    /** Removes what this writer has staged, and the place where all do if that leaves nothing there. */
    void clearOwn() {
        removeStaged(staged());
        Path all = new Path(table, STAGED);
        try {
            FileSystem files = all.getFileSystem(configuration);
            if (files.exists(all) && files.listStatus(all).length == 0) {
                files.delete(all, false);
            }
        } catch (IOException e) {
            LOG.warn("could not remove {}: {}", all, HadoopFiles.reason(e));
        }
    }

    /** A file system that fails now is left alone, as readers pass over what is staged. */
    private void removeStaged(Path staged) {
        try {
            staged.getFileSystem(configuration).delete(staged, true);
        } catch (IOException e) {
            LOG.warn("could not remove {}: {}", staged, HadoopFiles.reason(e));
        }
    }
}
