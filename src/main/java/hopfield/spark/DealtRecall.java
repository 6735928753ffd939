package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import hopfield.recall.dynamics.Update;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/**
 * Many small networks dealt from one deck, each trained and probed with its own patterns inside one task: network k stores
 * the images at positions kP..(k+1)P-1, so no image is stored twice and every probe is an independent sample.
 */
final class DealtRecall {
    private final Placement placement;
    private final Probe.Settings settings;
    private final Deck deck;

    DealtRecall(Placement placement, Probe.Settings settings, Deck deck) {
        this.placement = placement;
        this.settings = settings;
        this.deck = deck;
    }

    /** Rows of all networks, levels and trials. */
    JavaRDD<ScoredRecall> rows(
            JavaRDD<Image> images, Rule rule, int load, int networks, List<Noise> noises, RecallReports reports) {
        Placement where = placement;
        Probe.Settings how = settings;
        Deck order = deck;
        long recalls = (long) networks * load * how.trials() * noises.size();
        int tasks = Math.min(networks, RecallJobs.tasks(images.getNumPartitions(), recalls));
        return images.mapToPair(image -> new Tuple2<>(order.position(image.number()) / load, image))
                .filter(dealt -> dealt._1 < networks)
                .groupByKey(tasks)
                .mapPartitions(part -> {
                    DealtRows rows = new DealtRows(where, how, rule, noises, part, reports.inTask());
                    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> rows.close());
                    return rows;
                });
    }

    /** A network trained where it stands, in the form in which it is recalled. */
    static Network train(Rule rule, int number, PatternSet patterns, Placement placement, Update update) {
        Form form = placement.formInTask(rule, patterns.size(), patterns.neurons(), update);
        return new Network(number, rule.learn(patterns, form), patterns);
    }
}
