package hopfield.spark;

import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a run's folder, each of which is read and written whole.
 *
 * @param files the file system that it is on
 * @param folder where it is
 */
record RunFiles(FileSystem files, Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);
    private static final String PARTIAL = ".part";

    Path at(String name) {
        return new Path(folder, name);
    }

    boolean exists(String name) throws IOException {
        return files.exists(at(name));
    }

    boolean has(String name) {
        try {
            return exists(name);
        } catch (IOException e) {
            throw failure("look for", name, e);
        }
    }

    InputStream open(String name) throws IOException {
        return files.open(at(name));
    }

    /** A text file; empty where there is none. */
    Optional<String> read(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try (InputStream in = open(name)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure("read", name, e);
        }
    }

    /** Writes a file whole, over what was there. */
    void write(String name, byte[] bytes) {
        write(name, partial -> fill(files, partial, bytes, false), () -> {});
    }

    /** Fills a file. */
    interface Filling {
        void fill(Path file) throws IOException;
    }

    /**
     * Writes a file under another name first, so that it is never seen half-written; under one of its own, so that two writers never
     * write into the same.
     *
     * @param check called before the file takes its place; what it throws keeps it out
     */
    void write(String name, Filling filling, Runnable check) {
        Path partial = at("." + name + "." + UUID.randomUUID() + PARTIAL);
        boolean written = false;
        try {
            filling.fill(partial);
            check.run();
            files.delete(at(name), false);
            if (!files.rename(partial, at(name))) {
                throw new IOException("could not rename " + partial + " to " + name);
            }
            written = true;
        } catch (IOException e) {
            throw failure("write", name, e);
        } finally {
            if (!written) {
                remove(partial);
            }
        }
    }

    /** Removes files that a writer which was killed had not finished. */
    void removePartial() throws IOException {
        for (FileStatus file : files.listStatus(folder)) {
            String name = file.getPath().getName();
            if (name.startsWith(".") && name.endsWith(PARTIAL)) {
                files.delete(file.getPath(), true);
            }
        }
    }

    private void remove(Path file) {
        try {
            files.delete(file, true);
        } catch (IOException e) {
            LOG.warn("could not remove {}: {}", file, HadoopFiles.reason(e));
        }
    }

    /** Writes a file; Hadoop has an error of its own for a local disk that takes no more. */
    static void fill(FileSystem files, Path path, byte[] bytes, boolean overwrite) throws IOException {
        fill(files.create(path, overwrite), bytes);
    }

    /** Likewise one that has been opened, and closes it. */
    static void fill(OutputStream opened, byte[] bytes) throws IOException {
        try (opened) {
            opened.write(bytes);
        } catch (FSError e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    void makeFolder() throws IOException {
        if (!files.mkdirs(folder)) {
            throw new IOException("its folder cannot be made");
        }
    }

    /** Removes the folder, if nothing is in it. */
    void removeEmptyFolder() {
        try {
            if (files.listStatus(folder).length == 0) {
                files.delete(folder, false);
            }
        } catch (IOException e) {
            LOG.warn("could not remove {}: {}", folder, HadoopFiles.reason(e));
        }
    }

    /** Makes the folder, and sure that files can be written into it. */
    void makeWritable() throws IOException {
        makeFolder();
        fill(files, at(".writable"), new byte[1], true);
        files.delete(at(".writable"), false);
    }

    private UncheckedIOException failure(String what, String name, IOException e) {
        return new UncheckedIOException("could not " + what + " " + at(name) + ": " + HadoopFiles.reason(e), e);
    }
}
