package hopfield.image;

import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;

/**
 * Where images come from. A source is opened (and its data checked) once on the driver; its ranges are then read by
 * executors, so it is serialisable and {@link #read} opens its files anew.
 */
public interface ImageSource extends Serializable {
    /** What the report calls these images, e.g. "MNIST". */
    String name();

    /** Images in the source, at least 1. */
    int count();

    /** Pixels across. */
    int width();

    /** Pixels down. */
    int height();

    /** N = width x height. */
    default int neurons() {
        return width() * height();
    }

    /** Whether all pixels are independent and unbiased, as in theory. */
    default boolean random() {
        return false;
    }

    /** The images numbered from (inclusive) to until (exclusive), in order, as a stream. */
    Iterator<Image> read(int from, int until);

    /** SHA-256 of the decompressed bytes of every file behind this source, by file name; empty where there is none. */
    Map<String, String> checksums();
}
