package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
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
    JavaRDD<Row> rows(
            JavaRDD<Image> images, Rule rule, int load, int networks, List<Noise> noises, RecallReports reports) {
        Probe.Settings how = settings;
        Deck order = deck;
        long recalls = (long) networks * load * how.trials() * noises.size();
        int tasks = Math.min(networks, RecallJobs.tasks(images.getNumPartitions(), recalls));
        return images.mapToPair(image -> new Tuple2<>(order.position(image.number()) / load, image))
                .filter(dealt -> dealt._1 < networks)
                .groupByKey(tasks)
                .mapPartitions(part -> {
                    TaskReport report = reports.inTask();
                    Iterable<Tuple2<Integer, Iterable<Image>>> dealt = () -> part;
                    return StreamSupport.stream(dealt.spliterator(), false)
                            .flatMap(hand -> {
                                List<Image> stored = new ArrayList<>();
                                hand._2.forEach(stored::add);
                                Network network = train(rule, hand._1, Network.patterns(stored), how);
                                return rows(how, network, stored, noises, report).stream();
                            })
                            .iterator();
                });
    }

    /** A network trained where it stands, in the form in which it is recalled. */
    static Network train(Rule rule, int number, PatternSet patterns, Probe.Settings settings) {
        Form form = settings.kernels().formInTask(rule, patterns.size(), patterns.neurons());
        return new Network(number, rule.learn(patterns, form), patterns);
    }

    /** All of one network's rows: P x levels x trials of them, P at most a few thousand. */
    private static List<Row> rows(
            Probe.Settings settings, Network network, List<Image> stored, List<Noise> noises, TaskReport report) {
        try (Probe probe = new Probe(settings.inTask(network.stored().size()), network)) {
            List<Row> rows = new ArrayList<>();
            probe.rows(new Probes(stored, noises, settings.trials(), image -> true), report)
                    .forEachRemaining(rows::add);
            return rows;
        }
    }
}
