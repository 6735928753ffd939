package hopfield.image;

import hopfield.BadInput;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Hadoop's file systems as the driver is configured for them, wherever this is read: file, hdfs, s3a. */
public final class HadoopFiles implements Serializable {
    private static final long serialVersionUID = 1;

    private transient Configuration configuration;

    public HadoopFiles(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * A path as the user wrote it, made absolute: executors read it from folders of their own.
     *
     * @param what the option it came with
     * @throws BadInput if it is none, or its file system is unknown
     */
    public Path path(String what, String text) {
        try {
            Path path = new Path(text);
            return of(path).makeQualified(path);
        } catch (IllegalArgumentException | IOException e) {
            throw new BadInput(
                    what + " '" + text + "' is not a usable path: " + why(text, e)
                            + "; pass a path such as /data/NAME, or an address such as hdfs://HOST/NAME",
                    e);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof ClassNotFoundException) {
                throw new BadInput(
                        what + " '" + text + "' needs a file system that is not on the class path ("
                                + e.getCause().getMessage() + "); add its library, as --packages"
                                + " org.apache.hadoop:hadoop-aws:VERSION of the cluster's Hadoop for s3a",
                        e);
            }
            throw e;
        }
    }

    /**
     * Likewise, a folder that Spark reads tables from: of a pattern it would read whatever fits.
     *
     * @throws BadInput if it is a pattern, or no usable path
     */
    public Path plainPath(String what, String text) {
        if (text.matches("(?s).*[\\[\\]{}*?].*")) {
            throw new BadInput(what + " '" + text + "' has one of []{}*?, which make a pattern; choose a path without");
        }
        return path(what, text);
    }

    private static String why(String text, Exception failure) {
        if (!(failure.getCause() instanceof URISyntaxException syntax)) {
            return reason(failure);
        }
        return text.matches("(?s)[^/:]*:[^/].*")
                ? "what is before its colon counts as a file system, of which an absolute path is expected (./" + text
                        + " is a file or folder of that name)"
                : syntax.getReason();
    }

    /** The file system that holds a path. */
    public FileSystem of(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }

    /** Why a file system failed, in one line: servers add how they came to it. */
    public static String reason(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse(failure.toString()).strip();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        configuration.write(out);
    }

    private void readObject(ObjectInputStream in) throws IOException {
        configuration = new Configuration(false);
        configuration.readFields(in);
    }
}
