package hopfield.image;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where images come from. A source is opened (and its data checked) once on the driver; its ranges are then read by
 * executors, so it is serialisable and {@link #read} opens its files anew.
 */
public interface ImageSource extends Serializable {
    /** The name of these images in the report, e.g. "MNIST". */
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

    /** The names of the classes, by label; empty where the labels are all there is to say. */
    default List<String> classes() {
        return List.of();
    }

    /** Notes for the user on these images, such as files that were left out. */
    default List<String> warnings() {
        return List.of();
    }

    /** The path, below a folder of its own, for a PNG made of an image; no two images have the same. */
    default String fileName(int image) {
        return String.format(Locale.ROOT, "%08d.png", image);
    }

    /** The images numbered from (inclusive) to until (exclusive), in order, as a stream. */
    Iterator<Image> read(int from, int until);

    /** SHA-256 of the decompressed bytes of every file behind this source, by file name, or of all files of a folder as one, by its name; empty where there is none. */
    Map<String, String> checksums();
}
