package hopfield.spark;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.BlockGrid;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main job: for every load, networks are dealt from the deck and their outer products summed; for every rule, the memory
 * is learned, broadcast, and every probed image recalled at every noise level; metrics go to Parquet and are aggregated.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final JavaSparkContext spark;
    private final SweepOptions options;
    private final ImageSource source;
    private final Deck deck;
    private final Probe.Settings settings;
    private final MetricsTable metrics;
    private final Placement placement;
    private final SweepPaths paths;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Runnable beforeCommit;

    /** A sweep that nothing but its own failure keeps from adding to the table. */
    Sweep(SparkSession session, SweepOptions options, ImageSource source, int images, String metricsPath) {
        this(session, options, source, images, metricsPath, () -> {});
    }

    /**
     * @param source the images
     * @param images how many of them make the deck, the first ones, 1..source.count()
     * @param metricsPath where the metrics table goes; rules and loads that are finished there are not done again
     * @param beforeCommit called before the rows of a rule and a load enter the table; what it throws keeps them out
     * @throws BadInput if the deck is too small for the loads, or a rule or the driver cannot hold them
     */
    public Sweep(
            SparkSession session,
            SweepOptions options,
            ImageSource source,
            int images,
            String metricsPath,
            Runnable beforeCommit) {
        this.spark = new JavaSparkContext(session.sparkContext());
        this.options = options;
        this.source = source;
        this.deck = new Deck(images, options.order(), new Seed(options.seed()).at("deck"));
        this.settings = new Probe.Settings(
                options.update(),
                options.temperature(),
                options.kernels(),
                options.maxSteps(),
                options.trials(),
                new Seed(options.seed()),
                new Shape(source.width(), source.height()),
                options.clamp());
        this.metrics = new MetricsTable(session, metricsPath);
        this.beforeCommit = beforeCommit;
        this.placement = Placement.on(Cluster.of(spark.getConf()), options.kernels(), options.broadcastLimit());
        this.paths = new SweepPaths(options, images, source.neurons(), placement);
        paths.check();
    }

    /** Where each rule recalls at each load: paths by load, by rule. */
    public Map<String, Map<String, String>> paths() {
        return paths.labels();
    }

    /** The largest weight matrix in bytes that is broadcast. */
    public long broadcastLimit() {
        return placement.broadcastLimit();
    }

    /** Why there, likewise. */
    public Map<String, Map<String, String>> reasons() {
        return paths.reasons();
    }

    /** Runs what the table does not hold yet of the sweep. */
    public SweepResult run() {
        FinishedMemories memories =
                new FinishedMemories(options, metrics, deck.images(), source.neurons(), beforeCommit);
        if (memories.count() > 0) {
            LOG.info(
                    "{} of {} memories are finished already",
                    memories.count(),
                    options.rules().size() * options.loads().size());
        }
        List<Deal> left = Deal.of(options, deck.images()).stream()
                .filter(deal -> !rulesLeft(memories, deal).isEmpty())
                .toList();
        if (!left.isEmpty()) {
            JavaRDD<Image> images = ImageRdd.of(spark, source, deck.images());
            spark.setJobDescription(String.format(Locale.ROOT, "read %,d images", deck.images()));
            stopwatch.time("read", images::count);
            try (SweepProgress progress = new SweepProgress(spark.sc(), cellCount(), recallsLeft(memories))) {
                progress.done((double) memories.count() * options.noises().size());
                RecallJobs jobs = new RecallJobs(
                        spark, options, placement, settings, deck, metrics, memories, stopwatch, progress);
                Overlapped.run(spark, left, paths.dealsAtOnce(), deal -> recall(jobs, memories, images, deal));
            } finally {
                metrics.clearOwn();
            }
            images.unpersist();
        }
        List<Cell> cells = memories.cells();
        return new SweepResult(
                cells,
                memories.samples(),
                cells.stream().mapToLong(Cell::images).sum(),
                stopwatch.stages(),
                stopwatch.tasks());
    }

    private List<Rule> rulesLeft(FinishedMemories memories, Deal deal) {
        return options.rules().stream()
                .filter(rule -> !memories.has(rule, deal.load()))
                .toList();
    }

    private long cellCount() {
        return (long) options.rules().size()
                * options.loads().size()
                * options.noises().size();
    }

    private long recallsLeft(FinishedMemories memories) {
        return options.loads().stream()
                .mapToLong(load -> recalls(load, options.networksAt(load, deck.images()))
                        * options.rules().stream()
                                .filter(rule -> !memories.has(rule, load))
                                .count())
                .sum();
    }

    /** Recalls of so many networks by one rule. */
    private long recalls(int load, int networks) {
        long images = options.probed() == SweepOptions.Probed.ALL ? deck.images() : load;
        return images * networks * options.noises().size() * options.trials();
    }

    /** A deal with the images of its first network over the cluster, their patterns on the driver, and what trains it. */
    private record Dealt(Deal deal, JavaRDD<Image> images, PatternSet stored, Training training) {}

    /** Recalls by every rule that is left. */
    private void recall(RecallJobs jobs, FinishedMemories memories, JavaRDD<Image> images, Deal deal) {
        JavaRDD<Image> dealt = dealt(images, deal);
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: fetch the stored patterns", deal.load()));
        PatternSet stored = stopwatch.time("train", () -> Network.stored(dealt));
        BlockGrid grid = new BlockGrid(source.neurons(), options.blockSide());
        try (Training training = new Training(spark, placement, grid, dealt.map(Image::pattern), stored)) {
            for (Rule rule : rulesLeft(memories, deal)) {
                recall(jobs, images, new Dealt(deal, dealt, stored, training), rule);
            }
        }
    }

    /** Recalls by one rule; some of the restorations are looked at. */
    private void recall(RecallJobs jobs, JavaRDD<Image> images, Dealt dealt, Rule rule) {
        Deal deal = dealt.deal();
        Training training = dealt.training();
        if (deal.networks() > 1) {
            Probe.Settings inTask = settings.inTask(deal.load());
            Gallery gallery = new Gallery(inTask, cellCount());
            jobs.dealt(images, rule, deal.load(), deal.networks(), rankings -> {
                Map<Integer, PatternSet> shown = hands(images, deal.load(), gallery.networks(rankings));
                return gallery.samples(
                        rankings,
                        k -> ShownNetwork.of(
                                DealtRecall.train(rule, k, shown.get(k), placement, options.update()), inTask));
            });
            return;
        }
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: ", deal.load()) + training.description(rule));
        Memory memory = stopwatch.time("train", () -> training.memory(rule));
        Network network = new Network(deal.network(), memory, dealt.stored());
        JavaRDD<Image> probed = probed(images, dealt.images(), deal.load());
        if (training.path(rule) != Placement.Path.IN_PLACE) {
            jobs.broadcast(probed, network, training.form(rule), look(network, ShownNetwork.of(network, settings)));
            return;
        }
        String what = String.format(Locale.ROOT, "%s P=%,d: weights in place", rule.label(), deal.load());
        try (InPlaceRecall recall = new InPlaceRecall(spark, settings, deck, network, training.inPlace(), what)) {
            jobs.inPlace(probed, network, training.inPlace(), recall, look(network, ShownNetwork.of(network, recall)));
        }
    }

    /** Of several networks over the cluster, the first one is looked at. */
    private RecallJobs.Look look(Network network, ShownNetwork shown) {
        Gallery gallery = new Gallery(settings, cellCount());
        return rankings -> network.number() == 0 ? gallery.samples(rankings, k -> shown) : List.of();
    }

    /** The images that the first network of a deal stores. */
    private JavaRDD<Image> dealt(JavaRDD<Image> images, Deal deal) {
        return ofNetworks(images, deal.load(), Set.of(deal.network()));
    }

    private JavaRDD<Image> ofNetworks(JavaRDD<Image> images, int load, Set<Integer> networks) {
        Deck order = deck;
        return images.filter(image -> networks.contains(order.position(image.number()) / load));
    }

    /** What these networks store, by number. */
    private Map<Integer, PatternSet> hands(JavaRDD<Image> images, int load, Set<Integer> networks) {
        spark.setJobDescription(
                String.format(Locale.ROOT, "P=%,d: fetch the patterns of networks that are shown", load));
        return ofNetworks(images, load, networks).collect().stream()
                .collect(groupingBy(
                        image -> deck.position(image.number()) / load, collectingAndThen(toList(), Network::patterns)));
    }

    /** The images that a network recalls, in no more tasks than they are worth. */
    private JavaRDD<Image> probed(JavaRDD<Image> images, JavaRDD<Image> stored, int load) {
        int tasks = RecallJobs.tasks(images.getNumPartitions(), recalls(load, 1));
        JavaRDD<Image> probed = options.probed() == SweepOptions.Probed.ALL ? images : stored;
        return tasks < images.getNumPartitions() ? probed.coalesce(tasks) : probed;
    }
}
