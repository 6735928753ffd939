package hopfield.image;

import hopfield.BadInput;
import hopfield.fuzz.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;

/** Reads any bytes as an IDX file: they are refused in one line that names the file, or read to the last image. */
public final class IdxFuzzer {
    private static final HadoopFiles FILES = new HadoopFiles(new Configuration());
    private static final Path FILE = temporary();
    private static final org.apache.hadoop.fs.Path PATH = new org.apache.hadoop.fs.Path(FILE.toUri());

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

    /** Two images of three pixels by two, plain and compressed. */
    public static List<Seed> seeds() throws IOException {
        byte[] idx = ByteBuffer.allocate(16 + 2 * 3 * 2)
                .putInt(0x0803)
                .putInt(2)
                .putInt(3)
                .putInt(2)
                .put(new byte[] {0, -1, -1, 0, 7, -1})
                .array();
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(idx);
        }
        return List.of(
                new Seed("idx", idx, IdxFuzzer::read), new Seed("idx.gz", gzipped.toByteArray(), IdxFuzzer::read));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        try {
            read(bytes);
        } catch (BadInput refused) {
            if (!refused.getMessage().startsWith(PATH + " ")
                    || refused.getMessage().contains("\n")) {
                throw new AssertionError("not one line that names the file: " + refused.getMessage());
            }
        }
    }

    private static void read(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        IdxImages images = IdxImages.open(FILES, PATH, Optional.empty(), Preparation.NONE);
        int read = 0;
        for (Iterator<Image> all = images.read(0, images.count()); all.hasNext(); read++) {
            if (all.next().pattern().neurons() != images.neurons()) {
                throw new AssertionError("an image of another size");
            }
        }
        if (read != images.count()) {
            throw new AssertionError(read + " of " + images.count() + " images");
        }
    }
}
