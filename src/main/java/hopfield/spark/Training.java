package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.BlockGrid;
import hopfield.memory.OuterProductSums;
import hopfield.pattern.Deck;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Brings together what the rules learn from: the patterns that a network stores, and the sum of their outer products. */
final class Training {
    /** Patterns that one training task adds up: below this, more tasks only shuffle more partial sums. */
    private static final int PATTERNS_PER_TASK = 8192;

    private final JavaSparkContext spark;
    private final JavaRDD<Image> images;
    private final Deck deck;

    Training(JavaSparkContext spark, JavaRDD<Image> images, Deck deck) {
        this.spark = spark;
        this.images = images;
        this.deck = deck;
    }

    /** The patterns that a network stores: as many as its load, never the deck unless the load is. */
    PatternSet stored(int load, int network) {
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: fetch the stored patterns", load));
        return PatternSet.join(images(load, network)
                .mapPartitions(part -> {
                    List<Image> stored = new ArrayList<>();
                    part.forEachRemaining(stored::add);
                    return (stored.isEmpty() ? List.<PatternSet>of() : List.of(Network.patterns(stored))).iterator();
                })
                .collect());
    }

    /** The sum of a network's outer products over the cluster; few patterns are brought together, many added up where they are. */
    OuterProductSums sums(int load, int network, BlockGrid grid) {
        int tasks = (load + PATTERNS_PER_TASK - 1) / PATTERNS_PER_TASK;
        JavaRDD<Pattern> patterns = images(load, network).map(Image::pattern);
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: sum of outer products", load));
        return OuterProductTraining.sum(
                        tasks < patterns.getNumPartitions() ? patterns.repartition(tasks) : patterns, grid)
                .collect();
    }

    /** The images that a network stores. */
    JavaRDD<Image> images(int load, int network) {
        Deck order = deck;
        return images.filter(image -> order.position(image.number()) / load == network);
    }
}
