package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.BlockGrid;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
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

    /** The largest load at which many networks are trained inside tasks rather than over the cluster one by one. */
    private static final int LARGEST_DEALT_LOAD = 4096;

    /** Blocks are reduce tasks. */
    private static final int MOST_BLOCKS = 10_000;

    private final JavaSparkContext spark;
    private final SweepOptions options;
    private final ImageSource source;
    private final Deck deck;
    private final Probe.Settings settings;
    private final MetricsTable metrics;
    private final Placement placement;
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
        options.loads().forEach(load -> options.networksAt(load, images));
        options.loads().forEach(load -> options.rules().forEach(rule -> rule.requireLearnable(load, source.neurons())));
        this.placement = new Placement(
                options.kernels(),
                options.broadcastLimit().orElse(Cluster.of(spark.getConf()).broadcastLimit()));
        checkPlacement();
        checkWeights();
    }

    /** Where each rule recalls at each load: paths by load, by rule. */
    public Map<String, Map<String, String>> paths() {
        Map<String, Map<String, String>> paths = new LinkedHashMap<>();
        for (Rule rule : options.rules()) {
            for (int load : options.loads()) {
                paths.computeIfAbsent(rule.label(), first -> new LinkedHashMap<>())
                        .put(String.valueOf(load), path(rule, load).label());
            }
        }
        return paths;
    }

    private Placement.Path path(Rule rule, int load) {
        return inTasks(load) ? Placement.Path.IN_TASKS : placement.path(rule, load, source.neurons());
    }

    private boolean inTasks(int load) {
        return inTasks(load, options.networksAt(load, deck.images()));
    }

    /** Whether networks of a load are trained and recalled inside tasks, rather than each over the cluster. */
    static boolean inTasks(int load, int networks) {
        return load <= LARGEST_DEALT_LOAD && networks > 1;
    }

    private void checkPlacement() {
        for (Rule rule : options.rules()) {
            for (int load : options.loads()) {
                if (inTasks(load)) {
                    placement.checkInTask(rule, load, source.neurons(), options.update());
                } else {
                    placement.check(rule, load, source.neurons(), options.needsWholeWeights());
                }
            }
        }
    }

    /** Refuses weights that the driver could not hold or whose blocks would be dust, before anything is written. */
    private void checkWeights() {
        int neurons = source.neurons();
        long needed = driverBytes();
        if (needed == 0 && options.rules().stream().allMatch(this::isWithoutBlocks)) {
            return;
        }
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "weights of %,d neurons need %,d MB on the driver, which has %,d; raise --driver-memory, or store few"
                            + " patterns",
                    neurons,
                    needed >> 20,
                    available >> 20));
        }
        int blocks = new BlockGrid(neurons, options.blockSide()).blocks();
        if (blocks > MOST_BLOCKS) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "--block-size %d cuts the weights of %,d neurons into %,d blocks, expected at most %,d; use larger ones",
                    options.blockSide(),
                    neurons,
                    blocks,
                    MOST_BLOCKS));
        }
    }

    private boolean isWithoutBlocks(Rule rule) {
        return options.loads().stream().noneMatch(load -> path(rule, load) == Placement.Path.IN_PLACE);
    }

    /** What the driver needs to train the largest memory of the grid. */
    private long driverBytes() {
        return options.rules().stream()
                .flatMapToLong(rule -> options.loads().stream()
                        .mapToLong(load -> Training.driverBytes(rule, load, source.neurons(), placement)))
                .max()
                .orElse(0);
    }

    /** Runs what the table does not hold yet of the sweep. */
    public SweepResult run() {
        FinishedMemories memories =
                new FinishedMemories(options, metrics, deck.images(), source.neurons(), beforeCommit);
        if (memories.count() > 0) {
            LOG.info("{} of {} memories are finished already", memories.count(), memories());
        }
        List<Deal> left = deals().stream()
                .filter(deal -> !rulesLeft(memories, deal).isEmpty())
                .toList();
        if (!left.isEmpty()) {
            JavaRDD<Image> images = ImageRdd.of(spark, source, deck.images());
            RecallJobs jobs = new RecallJobs(spark, options, placement, settings, deck, metrics, memories, stopwatch);
            spark.setJobDescription(String.format(Locale.ROOT, "read %,d images", deck.images()));
            stopwatch.time("read", images::count);
            try {
                Overlapped.run(spark, left, dealsAtOnce(), deal -> recall(jobs, memories, images, deal));
            } finally {
                metrics.clear();
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

    private int memories() {
        return options.rules().size() * options.loads().size();
    }

    private List<Rule> rulesLeft(FinishedMemories memories, Deal deal) {
        return options.rules().stream()
                .filter(rule -> !memories.has(rule, deal.load()))
                .toList();
    }

    /** What is stored at once: one network over the cluster, or all of a load's small ones inside tasks. */
    private record Deal(int load, int network, int networks) {}

    /** A deal with its images over the cluster, their patterns on the driver, and what trains them. */
    private record Dealt(Deal deal, JavaRDD<Image> images, PatternSet stored, Training training) {}

    private List<Deal> deals() {
        List<Deal> deals = new ArrayList<>();
        for (int load : options.loads()) {
            int networks = options.networksAt(load, deck.images());
            if (inTasks(load)) {
                deals.add(new Deal(load, 0, networks));
            } else {
                IntStream.range(0, networks).forEach(network -> deals.add(new Deal(load, network, 1)));
            }
        }
        return deals;
    }

    /**
     * Two, where the driver has room for both: the second is trained, and its recall begun, while the first is still recalled. Of
     * weights in place, which fill the executors, one.
     */
    private int dealsAtOnce() {
        return options.rules().stream().allMatch(this::isWithoutBlocks)
                        && 2 * driverBytes() < Runtime.getRuntime().maxMemory()
                ? 2
                : 1;
    }

    /** Recalls by every rule that is left; the first images of a load's first network are restored to look at. */
    private void recall(RecallJobs jobs, FinishedMemories memories, JavaRDD<Image> images, Deal deal) {
        JavaRDD<Image> dealt = dealt(images, deal);
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: fetch the stored patterns", deal.load()));
        PatternSet stored = stopwatch.time("train", () -> Network.stored(dealt));
        BlockGrid grid = new BlockGrid(source.neurons(), options.blockSide());
        try (Training training = new Training(spark, placement, grid, dealt.map(Image::pattern), stored)) {
            for (Rule rule : rulesLeft(memories, deal)) {
                long recalls = recall(jobs, images, new Dealt(deal, dealt, stored, training), rule);
                LOG.info(String.format(
                        Locale.ROOT,
                        "[%d/%d] %s P=%,d: %,d restorations, %s",
                        memories.count(),
                        memories(),
                        rule.label(),
                        deal.load(),
                        recalls,
                        path(rule, deal.load()).label()));
            }
        }
    }

    /** Recalls by one rule; how many recalls that made. */
    private long recall(RecallJobs jobs, JavaRDD<Image> images, Dealt dealt, Rule rule) {
        Deal deal = dealt.deal();
        Training training = dealt.training();
        if (deal.networks() > 1) {
            Network first = DealtRecall.train(rule, 0, dealt.stored(), placement, options.update());
            return jobs.dealt(images, rule, deal.load(), deal.networks(), samples(first));
        }
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: ", deal.load()) + training.description(rule));
        Memory memory = stopwatch.time("train", () -> training.memory(rule));
        Network network = new Network(deal.network(), memory, dealt.stored());
        JavaRDD<Image> probed = probed(images, dealt.images(), deal.load());
        if (training.path(rule) != Placement.Path.IN_PLACE) {
            return jobs.broadcast(probed, network, training.form(rule), samples(network));
        }
        String what = String.format(Locale.ROOT, "%s P=%,d: weights in place", rule.label(), deal.load());
        try (InPlaceRecall recall = new InPlaceRecall(spark, settings, deck, network, training.inPlace(), what)) {
            List<Sample> samples = samples(network, new Probe(settings, network, recall.dynamics()));
            return jobs.inPlace(probed, network, training.inPlace(), recall, samples);
        }
    }

    private List<Sample> samples(Network network) {
        try (Probe probe = new Probe(settings, network)) {
            return samples(network, probe);
        }
    }

    /** The first images of a load's first network, restored, to look at. */
    private List<Sample> samples(Network network, Probe probe) {
        return network.number() == 0 ? Gallery.samples(network.stored(), probe, options.noises()) : List.of();
    }

    /** The images that a network stores. */
    private JavaRDD<Image> dealt(JavaRDD<Image> images, Deal deal) {
        Deck order = deck;
        int load = deal.load();
        int network = deal.network();
        return images.filter(image -> order.position(image.number()) / load == network);
    }

    /** The images that a network recalls, in no more tasks than they are worth. */
    private JavaRDD<Image> probed(JavaRDD<Image> images, JavaRDD<Image> stored, int load) {
        boolean all = options.probed() == SweepOptions.Probed.ALL;
        long recalls = (all ? deck.images() : load)
                * (long) options.trials()
                * options.noises().size();
        int tasks = RecallJobs.tasks(images.getNumPartitions(), recalls);
        JavaRDD<Image> probed = all ? images : stored;
        return tasks < images.getNumPartitions() ? probed.coalesce(tasks) : probed;
    }
}
