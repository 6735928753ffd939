package hopfield.image;

import hopfield.pattern.Pattern;
import java.io.Serializable;

/**
 * One image of a deck.
 *
 * @param number its place in the source, from 0
 * @param label its class, or {@link #UNLABELLED}
 * @param pattern its pixels, binarised, row by row
 */
public record Image(int number, int label, Pattern pattern) implements Serializable {
    /** The label of an image without one. */
    public static final int UNLABELLED = -1;
}
