package hopfield.spark;

import hopfield.image.HadoopFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.hadoop.fs.Path;

/**
 * Length and SHA-256 of a model's files, wherever they are read.
 *
 * @param files the file systems
 * @param root the model's folder, absolute
 */
record TableSums(HadoopFiles files, String root) implements Serializable {

    /** Those of a file below the folder. */
    ModelInfo.TableFile of(String name) {
        Path path = new Path(root, name);
        try (DigestInputStream in =
                new DigestInputStream(files.of(path).open(path), MessageDigest.getInstance("SHA-256"))) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new ModelInfo.TableFile(
                    name, bytes, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fault of a file; empty where there is none. */
    String complaint(ModelInfo.TableFile expected) {
        try {
            ModelInfo.TableFile found = of(expected.path());
            if (found.bytes() != expected.bytes()) {
                return expected.path() + " has " + found.bytes() + " bytes, expected " + expected.bytes();
            }
            return found.equals(expected)
                    ? ""
                    : expected.path() + " has SHA-256 " + found.sha256().substring(0, 12) + "..., expected "
                            + expected.sha256().substring(0, 12) + "...";
        } catch (UncheckedIOException e) {
            return expected.path()
                    + (e.getCause() instanceof FileNotFoundException
                            ? " is missing"
                            : " cannot be read: " + HadoopFiles.reason(e.getCause()));
        }
    }
}
