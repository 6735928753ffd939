package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.Memory;
import hopfield.pattern.PatternSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

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

    /** The patterns of a network's images, wherever they are: as many as it stores, packed before they travel. */
    static PatternSet stored(JavaRDD<Image> images) {
        return PatternSet.join(images.mapPartitions(part -> {
                    List<Image> stored = new ArrayList<>();
                    part.forEachRemaining(stored::add);
                    return (stored.isEmpty() ? List.<PatternSet>of() : List.of(patterns(stored))).iterator();
                })
                .collect());
    }
}
