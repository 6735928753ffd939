package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.metric.Tally;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Runs one job for each memory, from any thread: recalls through all noise levels, whose rows go to Parquet and whose scores add up to cells. */
final class RecallJobs {
    private final JavaSparkContext spark;
    private final SweepOptions options;
    private final Placement placement;
    private final Probe.Settings settings;
    private final Deck deck;
    private final MetricsTable metrics;
    private final Stopwatch stopwatch;
    private final Map<CellKey, Tally> tallies = new ConcurrentHashMap<>();

    private record CellKey(Rule rule, int load, Noise noise) {}

    RecallJobs(
            JavaSparkContext spark,
            SweepOptions options,
            Placement placement,
            Probe.Settings settings,
            Deck deck,
            MetricsTable metrics,
            Stopwatch stopwatch) {
        this.spark = spark;
        this.options = options;
        this.placement = placement;
        this.settings = settings;
        this.deck = deck;
        this.metrics = metrics;
        this.stopwatch = stopwatch;
    }

    /** Many small networks at one load, each probed with its own patterns; how many recalls that made. */
    long dealt(JavaRDD<Image> images, Rule rule, int load, int networks) {
        return run(
                rule,
                load,
                String.format(
                        Locale.ROOT,
                        "%s P=%,d: %,d networks, trained and recalled in tasks",
                        rule.label(),
                        load,
                        networks),
                reports -> new DealtRecall(placement, settings, deck)
                        .rows(images, rule, load, networks, options.noises(), reports));
    }

    /** One network, broadcast to where the probed images are; how many recalls that made. */
    long broadcast(JavaRDD<Image> probed, Network network, Form form) {
        Memory memory = network.memory();
        Broadcast<Network> everywhere = spark.broadcast(network);
        try {
            return run(
                    memory.rule(),
                    memory.patterns(),
                    String.format(
                            Locale.ROOT,
                            "%s P=%,d: %s broadcast, images recalled",
                            memory.rule().label(),
                            memory.patterns(),
                            form.name().toLowerCase(Locale.ROOT)),
                    reports -> new BroadcastRecall(settings, deck).rows(probed, everywhere, options.noises(), reports));
        } finally {
            everywhere.destroy();
        }
    }

    /** One network whose weights stay in place; how many recalls that made. */
    long inPlace(JavaRDD<Image> probed, Network network, InPlaceProducts products, InPlaceRecall recall) {
        Memory memory = network.memory();
        String what = String.format(
                Locale.ROOT, "%s P=%,d: weights in place", memory.rule().label(), memory.patterns());
        Broadcast<Network> everywhere = spark.broadcast(network);
        AtomicLong recalls = new AtomicLong();
        AtomicLong scored = new AtomicLong();
        long began = System.nanoTime();
        try {
            recall.run(probed, options.noises(), ended -> {
                long from = System.nanoTime();
                Broadcast<List<InPlaceRecall.Ended>> batch = spark.broadcast(ended);
                recalls.addAndGet(run(
                        memory.rule(),
                        memory.patterns(),
                        what + ", " + ended.size() + " restorations scored",
                        reports -> InPlaceRecall.rows(spark, settings, everywhere, batch, reports)));
                batch.destroy();
                scored.addAndGet(System.nanoTime() - from);
            });
        } finally {
            everywhere.destroy();
        }
        stopwatch.addTime("recall", (System.nanoTime() - began - scored.get()) / 1e9);
        stopwatch.addTaskTime(TaskReport.Work.RECALL, products.stepSeconds());
        return recalls.get();
    }

    private long run(Rule rule, int load, String what, Function<RecallReports, JavaRDD<Row>> rows) {
        RecallReports reports = new RecallReports(spark);
        spark.setJobDescription(what + " at " + options.noises().size() + " noise levels");
        stopwatch.time("recall", () -> metrics.append(rule.label(), load, rows.apply(reports)));
        reports.seconds().forEach(stopwatch::addTaskTime);
        long recalls = 0;
        for (Map.Entry<Noise, Tally> part : reports.tallies().entrySet()) {
            tallies.merge(new CellKey(rule, load, part.getKey()), part.getValue(), Tally::plus);
            recalls += part.getValue().images();
        }
        return recalls;
    }

    /** The cells, in the order in which the user gave rules and noise kinds; loads and levels ascending. */
    List<Cell> cells(int neurons) {
        List<String> kinds =
                options.noises().stream().map(Noise::kind).distinct().toList();
        List<Noise> noises = options.noises().stream()
                .sorted(Comparator.comparingInt((Noise noise) -> kinds.indexOf(noise.kind()))
                        .thenComparingDouble(Noise::level))
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (Rule rule : options.rules()) {
            for (int load : options.loads().stream().sorted().toList()) {
                for (Noise noise : noises) {
                    cells.add(tallies.get(new CellKey(rule, load, noise))
                            .cell(rule.label(), load, neurons, noise.kind(), noise.level()));
                }
            }
        }
        return cells;
    }
}
