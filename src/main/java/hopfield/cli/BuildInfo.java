package hopfield.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What the build wrote down about itself. */
final class BuildInfo implements IVersionProvider {
    private final Properties properties = new Properties();

    BuildInfo() {
        try (InputStream in = BuildInfo.class.getResourceAsStream("/hopfield/build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's version. */
    String version() {
        return properties.getProperty("git.build.version", "unknown");
    }

    /** The commit it was built from, marked where the tree had changes; "unknown" outside a git checkout. */
    String commit() {
        String commit =
                properties.getProperty("git.commit.id", properties.getProperty("git.commit.id.full", "unknown"));
        return Boolean.parseBoolean(properties.getProperty("git.dirty")) ? commit + "-dirty" : commit;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"spark-hopfield " + version() + " (" + commit() + ")"};
    }
}
