package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.Memory;
import hopfield.pattern.PatternSet;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A trained network as tasks need it.
 *
 * @param number which of the networks dealt from the deck
 * @param memory what it learned
 * @param stored the patterns it stores
 */
record Network(int number, Memory memory, PatternSet stored) implements Serializable {

    /** The patterns of images, in the order of their numbers. */
    static PatternSet patterns(List<Image> images) {
        List<Image> sorted =
                images.stream().sorted(Comparator.comparingInt(Image::number)).toList();
        return new PatternSet(
                sorted.stream().mapToInt(Image::number).toArray(),
                sorted.stream().mapToInt(Image::label).toArray(),
                sorted.stream().map(Image::pattern).toList());
    }
}
