package hopfield;

import hopfield.spark.LocalFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Before any test: local files are those of a submitted run, where Hadoop's own would start a process for each that is made. */
public final class NoProcesses implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Configuration configuration = new Configuration();
        configuration.set("fs.file.impl", LocalFiles.class.getName());
        try {
            FileSystem.get(URI.create("file:///"), configuration); // which Hadoop keeps for this whole JVM
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
