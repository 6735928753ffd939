package hopfield.spark;

import hopfield.image.Image;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.TaskCompletionListener;

/** Recalls every probed image under one broadcast network: a task takes one part of the images through all noise levels. */
final class BroadcastRecall {
    private final Probe.Settings settings;
    private final Deck deck;

    BroadcastRecall(Probe.Settings settings, Deck deck) {
        this.settings = settings;
        this.deck = deck;
    }

    /** Rows of all levels; the same rows whatever the partitions. */
    JavaRDD<ScoredRecall> rows(
            JavaRDD<Image> images, Broadcast<Network> network, List<Noise> noises, RecallReports reports) {
        Probe.Settings how = settings;
        Deck order = deck;
        return images.mapPartitions(part -> {
            TaskReport report = reports.inTask();
            List<Image> probed = new ArrayList<>();
            part.forEachRemaining(probed::add);
            int load = network.value().memory().patterns();
            int number = network.value().number();
            Probe probe = new Probe(how, network.value());
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> probe.close());
            return probe.rows(
                    new Probes(probed, noises, how.trials(), image -> order.position(image.number()) / load == number),
                    report);
        });
    }
}
