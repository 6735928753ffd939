package hopfield.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/** The facts that the build wrote down about itself. */
final class BuildInfo implements IVersionProvider {
    private final Properties properties;

    BuildInfo() {
        this(written());
    }

    /** @param properties what the build wrote */
    BuildInfo(Properties properties) {
        this.properties = properties;
    }

    private static Properties written() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("/hopfield/build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
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

    /** Version and commit, and the code's own checksum where the commit does not say all: no two that differ are the same. */
    String identity() {
        String commit = commit();
        String known = version() + " (" + commit + ")";
        return commit.endsWith("-dirty") || commit.equals("unknown") ? known + ", SHA-256 " + checksum() : known;
    }

    /** SHA-256 of the jar, or of all files of the folder, that this class is from. */
    private static String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path code = Path.of(BuildInfo.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(code)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"spark-hopfield " + version() + " (" + commit() + ")"};
    }
}
