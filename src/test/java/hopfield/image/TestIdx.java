package hopfield.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.BadInput;
import hopfield.pattern.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.AbstractThrowableAssert;

/** IDX files of a few small images in a folder, and how they are opened. */
record TestIdx(Path folder) {
    static final int COUNT = 10;
    static final int ROWS = 3;
    static final int COLUMNS = 5;

    private static final Images IMAGES = new Images(new HadoopFiles(new Configuration()), Map.of());

    static byte pixel(int image, int pixel) {
        return (byte) (image * 37 + pixel * 53);
    }

    static byte[] images() {
        ByteBuffer buffer = header(IdxFile.IMAGES_MAGIC, COUNT, ROWS, COLUMNS, COUNT * ROWS * COLUMNS);
        for (int image = 0; image < COUNT; image++) {
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                buffer.put(pixel(image, i));
            }
        }
        return buffer.array();
    }

    static byte[] labels(int count) {
        ByteBuffer buffer =
                ByteBuffer.allocate(8 + count).putInt(IdxFile.LABELS_MAGIC).putInt(count);
        for (int image = 0; image < count; image++) {
            buffer.put((byte) (image % 7));
        }
        return buffer.array();
    }

    /** A file of images that has no image. */
    static byte[] header(int count, int rows, int columns) {
        return header(IdxFile.IMAGES_MAGIC, count, rows, columns, 0).array();
    }

    private static ByteBuffer header(int magic, int count, int rows, int columns, int bytes) {
        return ByteBuffer.allocate(16 + bytes)
                .putInt(magic)
                .putInt(count)
                .putInt(rows)
                .putInt(columns);
    }

    void write(String name, boolean gzipped, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name + (gzipped ? ".gz" : "")), gzipped ? gzip(bytes) : bytes);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static ImageSource open(String spec) {
        return IMAGES.open(spec, new Seed(1));
    }

    /** What a file of the folder is refused with. */
    AbstractThrowableAssert<?, ? extends Throwable> refused(String name) {
        return assertThatThrownBy(() -> open("idx:" + folder.resolve(name))).isInstanceOf(BadInput.class);
    }
}
