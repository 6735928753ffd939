package hopfield.spark;

import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of a run's folder, each of which is read and written whole.
 *
 * @param files the file system that it is on
 * @param folder where it is
 */
record RunFiles(FileSystem files, Path folder) {
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

    /** Writes a file under another name first, so that it is never seen half-written. */
    void write(String name, byte[] bytes) {
        Path partial = at("." + name + ".part");
        try {
            fill(partial, bytes, true);
            files.delete(at(name), false);
            if (!files.rename(partial, at(name))) {
                throw new IOException("could not rename " + partial + " to " + name);
            }
        } catch (IOException e) {
            throw failure("write", name, e);
        }
    }

    private void fill(Path path, byte[] bytes, boolean overwrite) throws IOException {
        fill(files, path, bytes, overwrite);
    }

    /** Writes a file; Hadoop has an error of its own for a local disk that takes no more. */
    static void fill(FileSystem files, Path path, byte[] bytes, boolean overwrite) throws IOException {
        try (OutputStream out = files.create(path, overwrite)) {
            out.write(bytes);
        } catch (FSError e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    void makeFolder() throws IOException {
        if (!files.mkdirs(folder)) {
            throw new IOException("its folder cannot be made");
        }
    }

    /** Makes the folder, and sure that files can be written into it. */
    void makeWritable() throws IOException {
        makeFolder();
        fill(at(".writable"), new byte[1], true);
        files.delete(at(".writable"), false);
    }

    private UncheckedIOException failure(String what, String name, IOException e) {
        return new UncheckedIOException("could not " + what + " " + at(name) + ": " + HadoopFiles.reason(e), e);
    }
}
