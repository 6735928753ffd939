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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
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
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private int memoriesDone;

    /**
     * @param source the images
     * @param images how many of them make the deck, the first ones, 1..source.count()
     * @param metricsPath where the metrics table goes
     * @throws hopfield.BadInput if the deck is too small for the loads
     */
    public Sweep(SparkSession session, SweepOptions options, ImageSource source, int images, String metricsPath) {
        this.spark = new JavaSparkContext(session.sparkContext());
        this.options = options;
        this.source = source;
        this.deck = new Deck(images, options.order(), new Seed(options.seed()).at("deck"));
        this.settings = new Probe.Settings(
                options.update(), options.kernels(), options.maxSteps(), options.trials(), new Seed(options.seed()));
        this.metrics = new MetricsTable(session, metricsPath);
        options.loads().forEach(load -> options.networksAt(load, images));
        checkWeights();
    }

    /** Refuses weights that the driver could not hold or whose blocks would be dust, before anything is written. */
    private void checkWeights() {
        int neurons = source.neurons();
        long needed = options.rules().stream()
                .flatMapToLong(rule -> options.loads().stream()
                        .mapToLong(load -> Training.driverBytes(rule, load, neurons, options.kernels())))
                .max()
                .orElse(0);
        if (needed == 0) {
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

    /** Runs the whole sweep. */
    public SweepResult run() {
        JavaRDD<Image> images = ImageRdd.of(spark, source, deck.images());
        timed("read", String.format(Locale.ROOT, "read %,d images", deck.images()), images::count);
        for (int load : options.loads()) {
            int networks = options.networksAt(load, deck.images());
            if (networks > 1 && load <= LARGEST_DEALT_LOAD) {
                dealt(images, load, networks);
            } else {
                for (int network = 0; network < networks; network++) {
                    broadcast(images, load, network);
                }
            }
        }
        images.unpersist();
        List<Cell> cells = timed(
                "aggregate",
                "aggregate the metrics by cell",
                () -> CellAggregation.cells(metrics.read(), source.neurons()));
        return new SweepResult(
                inGridOrder(cells),
                samples,
                cells.stream().mapToLong(Cell::images).sum(),
                seconds);
    }

    /** Many small networks at one load. */
    private void dealt(JavaRDD<Image> images, int load, int networks) {
        List<Image> first = stored(images, load, 0);
        for (Rule rule : options.rules()) {
            JavaRDD<Row> rows = new DealtRecall(settings, deck).rows(images, rule, load, networks, options.noises());
            String what = String.format(Locale.ROOT, "%s P=%,d: %,d networks", rule.label(), load, networks);
            timed("recall", what + ", trained and recalled in tasks at " + levels(), () -> {
                metrics.append(rows);
                return null;
            });
            samples.addAll(Gallery.samples(
                    DealtRecall.train(rule, 0, Network.patterns(first), settings), first, settings, options.noises()));
            progress(what, (long) networks * load);
        }
    }

    /** One network, its weights summed over the cluster and broadcast. */
    private void broadcast(JavaRDD<Image> images, int load, int number) {
        List<Image> stored = stored(images, load, number);
        PatternSet patterns = Network.patterns(stored);
        Deck dealtFrom = deck;
        Training training = new Training(
                spark,
                options.kernels(),
                new BlockGrid(source.neurons(), options.blockSide()),
                images.filter(image -> dealtFrom.position(image.number()) / load == number)
                        .map(Image::pattern),
                patterns);
        JavaRDD<Image> probed = options.probed() == SweepOptions.Probed.ALL
                ? images.coalesce(partsPerLevel(deck.images()))
                : images.filter(image -> dealtFrom.position(image.number()) / load == number)
                        .coalesce(partsPerLevel(load));
        for (Rule rule : options.rules()) {
            String what = String.format(Locale.ROOT, "%s P=%,d", rule.label(), load);
            Memory memory = timed("train", what + ": " + training.description(rule), () -> training.memory(rule));
            Network network = new Network(number, memory, patterns);
            Broadcast<Network> everywhere = spark.broadcast(network);
            timed(
                    "recall",
                    what + ": " + training.form(rule).name().toLowerCase(Locale.ROOT)
                            + " broadcast, images recalled at " + levels(),
                    () -> {
                        metrics.append(
                                new BroadcastRecall(spark, settings, deck).rows(probed, everywhere, options.noises()));
                        return null;
                    });
            everywhere.destroy();
            if (number == 0) {
                samples.addAll(Gallery.samples(network, stored, settings, options.noises()));
            }
            progress(what, options.probed() == SweepOptions.Probed.ALL ? deck.images() : load);
        }
    }

    /** The images that a network stores: as many as its load, never the deck unless the load is. */
    private List<Image> stored(JavaRDD<Image> images, int load, int network) {
        Deck dealtFrom = deck;
        spark.setJobDescription(String.format(Locale.ROOT, "P=%,d: fetch the stored patterns", load));
        return images.filter(image -> dealtFrom.position(image.number()) / load == network)
                .collect();
    }

    /**
     * Parts into which the probed images are cut at each level, every part of every level being a task and a file: two tasks a
     * core, of at least a thousand recalls and at most one cached partition.
     */
    private int partsPerLevel(int probed) {
        int wanted = (2 * spark.defaultParallelism() + options.noises().size() - 1)
                / options.noises().size();
        long worthwhile = (long) probed * options.trials() / 1000;
        return (int) Math.max(ImageRdd.fewestPartitions(probed), Math.min(wanted, Math.max(1, worthwhile)));
    }

    private String levels() {
        return options.noises().size() + " noise levels";
    }

    private <T> T timed(String stage, String description, Supplier<T> job) {
        spark.setJobDescription(description);
        long began = System.nanoTime();
        T result = job.get();
        seconds.merge(stage, (System.nanoTime() - began) / 1e9, Double::sum);
        return result;
    }

    private void progress(String what, long probes) {
        memoriesDone++;
        LOG.info(String.format(
                Locale.ROOT,
                "[%d/%d] %s: %,d restorations",
                memoriesDone,
                memories(),
                what,
                probes * options.trials() * options.noises().size()));
    }

    private int memories() {
        return options.rules().size()
                * options.loads().stream()
                        .mapToInt(load -> {
                            int networks = options.networksAt(load, deck.images());
                            return load <= LARGEST_DEALT_LOAD ? 1 : networks;
                        })
                        .sum();
    }

    /** Rules, loads and noises in the order the user gave them. */
    private List<Cell> inGridOrder(List<Cell> cells) {
        List<String> rules = options.rules().stream().map(Rule::label).toList();
        List<String> noises =
                options.noises().stream().map(noise -> noise.kind()).distinct().toList();
        return cells.stream()
                .sorted(Comparator.comparingInt((Cell cell) -> rules.indexOf(cell.rule()))
                        .thenComparingInt(Cell::patterns)
                        .thenComparingInt(cell -> noises.indexOf(cell.noise()))
                        .thenComparingDouble(Cell::level))
                .toList();
    }
}
