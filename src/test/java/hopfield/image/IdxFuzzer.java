package hopfield.image;

import hopfield.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Reads any bytes as an IDX file: they are refused in one line that names the file, or read to the last image. */
public final class IdxFuzzer {
    private static final HadoopFiles FILES = new HadoopFiles(new Configuration());
    private static final Path FILE = temporary();

    private IdxFuzzer() {}

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("fuzz", ".idx");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(FILE.toUri());
        try {
            IdxImages images = IdxImages.open(FILES, path, Optional.empty(), Preparation.NONE);
            int read = 0;
            for (Iterator<Image> all = images.read(0, images.count()); all.hasNext(); read++) {
                if (all.next().pattern().neurons() != images.neurons()) {
                    throw new AssertionError("an image of another size");
                }
            }
            if (read != images.count()) {
                throw new AssertionError(read + " of " + images.count() + " images");
            }
        } catch (BadInput refused) {
            if (!refused.getMessage().startsWith(path + " ")
                    || refused.getMessage().contains("\n")) {
                throw new AssertionError("not one line that names the file: " + refused.getMessage());
            }
        }
    }
}
