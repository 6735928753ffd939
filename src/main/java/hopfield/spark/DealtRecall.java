package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.BitColumns;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Many small networks dealt from one deck, each trained and probed with its own patterns inside one task: network k stores
 * the images at positions kP..(k+1)P-1, so no image is stored twice and every probe is an independent sample.
 */
final class DealtRecall {
    private final Probe.Settings settings;
    private final Deck deck;

    DealtRecall(Probe.Settings settings, Deck deck) {
        this.settings = settings;
        this.deck = deck;
    }

    /** Rows of all networks, levels and trials. */
    JavaRDD<Row> rows(JavaRDD<Image> images, Rule rule, int load, int networks, List<Noise> noises) {
        Probe.Settings how = settings;
        Deck order = deck;
        return images.mapToPair(image -> new Tuple2<>(order.position(image.number()) / load, image))
                .filter(dealt -> dealt._1 < networks)
                .groupByKey(Math.min(networks, images.getNumPartitions()))
                .flatMap(dealt -> {
                    List<Image> stored = new ArrayList<>();
                    dealt._2.forEach(stored::add);
                    Probe probe = new Probe(how, train(rule, dealt._1, stored));
                    return stored.stream()
                            .flatMap(image -> rows(probe, image, noises, how.trials()))
                            .iterator();
                });
    }

    static Network train(Rule rule, int number, List<Image> images) {
        PatternSet patterns = Network.patterns(images);
        int neurons = images.get(0).pattern().neurons();
        BitColumns columns = new BitColumns(images.stream().map(Image::pattern).toList(), neurons);
        return new Network(number, rule.learn(columns.whole()), patterns);
    }

    private static Stream<Row> rows(Probe probe, Image image, List<Noise> noises, int trials) {
        return noises.stream()
                .flatMap(noise -> IntStream.range(0, trials).mapToObj(trial -> probe.row(image, noise, trial, true)));
    }
}
