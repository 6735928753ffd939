package hopfield.spark;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.image.Image;
import hopfield.memory.BlockGrid;
import hopfield.memory.Rule;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains and recalls what is dealt from a deck, by one rule after the other; some of the restorations are looked at. Used from any
 * thread.
 */
final class DealJobs {
    private final JavaSparkContext spark;
    private final SweepOptions options;
    private final Placement placement;
    private final Probe.Settings settings;
    private final Deck deck;
    private final JavaRDD<Image> images;
    private final RecallJobs jobs;
    private final Stopwatch stopwatch;

    /** @param images of the deck */
    DealJobs(
            JavaSparkContext spark,
            SweepOptions options,
            Placement placement,
            Probe.Settings settings,
            Deck deck,
            JavaRDD<Image> images,
            RecallJobs jobs,
            Stopwatch stopwatch) {
        this.spark = spark;
        this.options = options;
        this.placement = placement;
        this.settings = settings;
        this.deck = deck;
        this.images = images;
        this.jobs = jobs;
        this.stopwatch = stopwatch;
    }

    /** All of a deal by some rules. */
    void recall(Deal deal, List<Rule> rules) {
        if (deal.networks() > 1) {
            rules.forEach(rule -> recallInTasks(deal, rule));
            return;
        }
        JavaRDD<Image> dealt = ofNetworks(deal.load(), Set.of(deal.network()));
        describe(deal, "fetch the stored patterns");
        PatternSet stored = stopwatch.time("train", () -> Network.stored(dealt));
        BlockGrid grid = new BlockGrid(stored.neurons(), options.blockSide());
        try (Training training = new Training(spark, placement, grid, dealt.map(Image::pattern), stored)) {
            for (Rule rule : rules) {
                describe(deal, training.description(rule));
                Network network =
                        new Network(deal.network(), stopwatch.time("train", () -> training.memory(rule)), stored);
                recall(network, probed(dealt, deal.load()), training);
            }
        }
    }

    /** Of the networks, those alone whose restorations are looked at come to the driver. */
    private void recallInTasks(Deal deal, Rule rule) {
        Probe.Settings inTask = settings.inTask(deal.load());
        Gallery gallery = new Gallery(inTask, options.cells());
        jobs.dealt(images, rule, deal.load(), deal.networks(), rankings -> {
            Map<Integer, PatternSet> shown = hands(deal, gallery.networks(rankings));
            return gallery.samples(
                    rankings,
                    k -> ShownNetwork.of(
                            DealtRecall.train(rule, k, shown.get(k), placement, options.update()), inTask));
        });
    }

    private void recall(Network network, JavaRDD<Image> probed, Training training) {
        Rule rule = network.memory().rule();
        if (training.path(rule) != Placement.Path.IN_PLACE) {
            jobs.broadcast(probed, network, training.form(rule), look(network, ShownNetwork.of(network, settings)));
            return;
        }
        String what = String.format(
                Locale.ROOT,
                "%s P=%,d: weights in place",
                rule.label(),
                network.memory().patterns());
        try (InPlaceRecall recall = new InPlaceRecall(spark, settings, deck, network, training.inPlace(), what)) {
            jobs.inPlace(probed, network, training.inPlace(), recall, look(network, ShownNetwork.of(network, recall)));
        }
    }

    /** Of several networks over the cluster, the first one is looked at. */
    private RecallJobs.Look look(Network network, ShownNetwork shown) {
        Gallery gallery = new Gallery(settings, options.cells());
        return rankings -> network.number() == 0 ? gallery.samples(rankings, k -> shown) : List.of();
    }

    private JavaRDD<Image> ofNetworks(int load, Set<Integer> networks) {
        Deck order = deck;
        return images.filter(image -> networks.contains(order.position(image.number()) / load));
    }

    /** The patterns of these networks, by number. */
    private Map<Integer, PatternSet> hands(Deal deal, Set<Integer> networks) {
        describe(deal, "fetch the patterns of networks that are shown");
        return ofNetworks(deal.load(), networks).collect().stream()
                .collect(groupingBy(
                        image -> deck.position(image.number()) / deal.load(),
                        collectingAndThen(toList(), Network::patterns)));
    }

    /** The images that a network recalls, in no more tasks than they are worth. */
    private JavaRDD<Image> probed(JavaRDD<Image> stored, int load) {
        int tasks = RecallJobs.tasks(images.getNumPartitions(), options.recalls(load, 1, deck.images()));
        JavaRDD<Image> probed = options.probed() == SweepOptions.Probed.ALL ? images : stored;
        return tasks < images.getNumPartitions() ? probed.coalesce(tasks) : probed;
    }

    private void describe(Deal deal, String what) {
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: %s", deal.load(), what));
    }
}
