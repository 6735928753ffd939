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
import hopfield.metric.Sample;
import hopfield.pattern.Deck;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * The main job: for every load, networks are dealt from the deck and their outer products summed; for every rule, the memory
 * is learned, broadcast, and every probed image recalled at every noise level; metrics go to Parquet and are aggregated.
 */
public final class Sweep {
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
    private final Stopwatch stopwatch = new Stopwatch();

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
                options.update(),
                options.temperature(),
                options.kernels(),
                options.maxSteps(),
                options.trials(),
                new Seed(options.seed()),
                new Shape(source.width(), source.height()),
                options.clamp());
        this.metrics = new MetricsTable(session, metricsPath);
        options.loads().forEach(load -> options.networksAt(load, images));
        checkWeights();
    }

    /** Refuses weights that the driver could not hold or whose blocks would be dust, before anything is written. */
    private void checkWeights() {
        int neurons = source.neurons();
        long needed = driverBytes();
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

    /** What the driver needs to train the largest memory of the grid. */
    private long driverBytes() {
        return options.rules().stream()
                .flatMapToLong(rule -> options.loads().stream()
                        .mapToLong(load -> Training.driverBytes(rule, load, source.neurons(), options.kernels())))
                .max()
                .orElse(0);
    }

    /** Runs the whole sweep. */
    public SweepResult run() {
        JavaRDD<Image> images = ImageRdd.of(spark, source, deck.images());
        spark.setJobDescription(String.format(Locale.ROOT, "read %,d images", deck.images()));
        stopwatch.time("read", images::count);
        List<Sample> samples = new ArrayList<>();
        List<Cell> cells;
        try (SweepProgress progress = new SweepProgress(spark.sc(), cellCount(), recallCount())) {
            RecallJobs jobs = new RecallJobs(spark, options, settings, deck, metrics, stopwatch, progress);
            Overlapped.map(deals(), dealsAtOnce(), deal -> recall(jobs, images, deal))
                    .forEach(samples::addAll);
            cells = jobs.cells(source.neurons());
        }
        images.unpersist();
        return new SweepResult(
                cells, samples, cells.stream().mapToLong(Cell::images).sum(), stopwatch.stages(), stopwatch.tasks());
    }

    private long cellCount() {
        return (long) options.rules().size()
                * options.loads().size()
                * options.noises().size();
    }

    private long recallCount() {
        return options.loads().stream()
                .mapToLong(load -> options.probed() == SweepOptions.Probed.ALL
                        ? deck.images()
                        : (long) load * options.networksAt(load, deck.images()))
                .map(images ->
                        images * options.rules().size() * options.noises().size() * options.trials())
                .sum();
    }

    /** What is stored at once: one network over the cluster, or all of a load's small ones inside tasks. */
    private record Deal(int load, int network, int networks) {}

    private List<Deal> deals() {
        List<Deal> deals = new ArrayList<>();
        for (int load : options.loads()) {
            int networks = options.networksAt(load, deck.images());
            if (networks > 1 && load <= LARGEST_DEALT_LOAD) {
                deals.add(new Deal(load, 0, networks));
            } else {
                IntStream.range(0, networks).forEach(network -> deals.add(new Deal(load, network, 1)));
            }
        }
        return deals;
    }

    /** Two, where the driver has room for both: the second is trained, and its recall begun, while the first is still recalled. */
    private int dealsAtOnce() {
        return 2 * driverBytes() < Runtime.getRuntime().maxMemory() ? 2 : 1;
    }

    /** Recalls by every rule; some of the restorations of a load's first networks, to look at. */
    private List<Sample> recall(RecallJobs jobs, JavaRDD<Image> images, Deal deal) {
        String load = String.format(Locale.ROOT, "P=%,d: ", deal.load());
        JavaRDD<Image> dealt = dealt(images, deal);
        spark.setJobDescription(load + "fetch the stored patterns");
        Map<Integer, PatternSet> hands = stopwatch.time("train", () -> hands(dealt, deal));
        PatternSet stored = hands.get(deal.network());
        BlockGrid grid = new BlockGrid(source.neurons(), options.blockSide());
        Training training = new Training(spark, options.kernels(), grid, dealt.map(Image::pattern), stored);
        List<Sample> samples = new ArrayList<>();
        for (Rule rule : options.rules()) {
            RecallJobs.Made made;
            List<Sample> shown;
            if (deal.networks() > 1) {
                made = jobs.dealt(images, rule, deal.load(), deal.networks());
                Probe.Settings inTask = settings.inTask(deal.load());
                shown = new Gallery(inTask, cellCount())
                        .samples(made.candidates(), k -> DealtRecall.train(rule, k, hands.get(k), settings));
            } else {
                spark.setJobDescription(load + training.description(rule));
                Memory memory = stopwatch.time("train", () -> training.memory(rule));
                Network network = new Network(deal.network(), memory, stored);
                made = jobs.broadcast(probed(images, dealt, deal.load()), network, training.form(rule));
                shown = new Gallery(settings, cellCount()).samples(made.candidates(), k -> network);
            }
            samples.addAll(shown);
        }
        return samples;
    }

    /** The images that a network stores, or those of the first networks, as many as are looked at, where all are trained in tasks. */
    private JavaRDD<Image> dealt(JavaRDD<Image> images, Deal deal) {
        Deck order = deck;
        int load = deal.load();
        int from = deal.network();
        int until = from + (deal.networks() > 1 ? Math.min(deal.networks(), Candidate.networks(load)) : 1);
        return images.filter(image -> {
            int network = order.position(image.number()) / load;
            return from <= network && network < until;
        });
    }

    /** What these networks store, by number. */
    private Map<Integer, PatternSet> hands(JavaRDD<Image> dealt, Deal deal) {
        if (deal.networks() == 1) {
            return Map.of(deal.network(), Network.stored(dealt));
        }
        return dealt.collect().stream()
                .collect(groupingBy(
                        image -> deck.position(image.number()) / deal.load(),
                        collectingAndThen(toList(), Network::patterns)));
    }

    /** The images that a network recalls; of a few, a task has at least a thousand recalls. */
    private JavaRDD<Image> probed(JavaRDD<Image> images, JavaRDD<Image> stored, int load) {
        if (options.probed() == SweepOptions.Probed.ALL) {
            return images;
        }
        long recalls = (long) load * options.trials() * options.noises().size();
        return stored.coalesce((int) Math.max(1, Math.min(images.getNumPartitions(), recalls / 1000)));
    }
}
