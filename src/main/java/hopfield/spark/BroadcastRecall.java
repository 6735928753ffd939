package hopfield.spark;

import hopfield.image.Image;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/** Recalls every probed image under one broadcast network: a task takes one part of the images at one noise level. */
final class BroadcastRecall {
    private final JavaSparkContext spark;
    private final Probe.Settings settings;
    private final Deck deck;

    BroadcastRecall(JavaSparkContext spark, Probe.Settings settings, Deck deck) {
        this.spark = spark;
        this.settings = settings;
        this.deck = deck;
    }

    /** Rows of all levels, as one job's worth of tasks; the same rows whatever the partitions. */
    JavaRDD<Row> rows(JavaRDD<Image> images, Broadcast<Network> network, List<Noise> noises) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type cannot be made otherwise
        JavaRDD<Row>[] levels =
                noises.stream().map(noise -> level(images, network, noise)).toArray(JavaRDD[]::new);
        return spark.union(levels);
    }

    private JavaRDD<Row> level(JavaRDD<Image> images, Broadcast<Network> network, Noise noise) {
        Probe.Settings how = settings;
        Deck order = deck;
        return images.mapPartitions(part -> {
            int load = network.value().memory().patterns();
            int number = network.value().number();
            Probe probe = new Probe(how, network.value());
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> probe.close());
            Iterable<Image> all = () -> part;
            return probe.rows(StreamSupport.stream(all.spliterator(), false)
                    .flatMap(image -> {
                        boolean stored = order.position(image.number()) / load == number;
                        return IntStream.range(0, how.trials())
                                .mapToObj(trial -> new Probe.Task(image, noise, trial, stored));
                    })
                    .iterator());
        });
    }
}
