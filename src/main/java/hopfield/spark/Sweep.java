package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.pattern.Deck;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            JavaRDD<Image> images = ImageRdd.cached(spark, source, deck.images());
            spark.setJobDescription(String.format(Locale.ROOT, "read %,d images", deck.images()));
            stopwatch.time("read", images::count);
            try (SweepProgress progress = new SweepProgress(spark.sc(), options.cells(), recallsLeft(memories))) {
                progress.done((double) memories.count() * options.noises().size());
                RecallJobs jobs = new RecallJobs(
                        spark, options, placement, settings, deck, metrics, memories, stopwatch, progress);
                DealJobs deals = new DealJobs(spark, options, placement, settings, deck, images, jobs, stopwatch);
                Overlapped.run(spark, left, paths.dealsAtOnce(), deal -> deals.recall(deal, rulesLeft(memories, deal)));
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

    private long recallsLeft(FinishedMemories memories) {
        return options.loads().stream()
                .mapToLong(load -> options.recalls(load, options.networksAt(load, deck.images()), deck.images())
                        * options.rules().stream()
                                .filter(rule -> !memories.has(rule, load))
                                .count())
                .sum();
    }
}
