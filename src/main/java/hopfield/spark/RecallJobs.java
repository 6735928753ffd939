package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.metric.Sample;
import hopfield.metric.Tally;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Runs one job for each memory, from any thread: recalls through all noise levels, whose rows go to Parquet and whose scores add up to cells. */
final class RecallJobs {
    private static final int RECALLS_PER_TASK = 1000;

    private final JavaSparkContext spark;
    private final SweepOptions options;
    private final Placement placement;
    private final Probe.Settings settings;
    private final Deck deck;
    private final MetricsTable metrics;
    private final FinishedMemories memories;
    private final Stopwatch stopwatch;
    private final SweepProgress progress;

    RecallJobs(
            JavaSparkContext spark,
            SweepOptions options,
            Placement placement,
            Probe.Settings settings,
            Deck deck,
            MetricsTable metrics,
            FinishedMemories memories,
            Stopwatch stopwatch,
            SweepProgress progress) {
        this.spark = spark;
        this.options = options;
        this.placement = placement;
        this.settings = settings;
        this.deck = deck;
        this.metrics = metrics;
        this.memories = memories;
        this.stopwatch = stopwatch;
        this.progress = progress;
    }

    /** As many tasks as there are places for, each of at least a thousand recalls: a task writes a file. */
    static int tasks(int places, long recalls) {
        return (int) Math.max(1, Math.min(places, recalls / RECALLS_PER_TASK));
    }

    /** Chooses what to look at: of what may be, by cell in the order of the options. */
    interface Look extends Function<Map<Noise, Ranking>, List<Sample>> {}

    /** All of many small networks at one load, each probed with its own patterns. */
    void dealt(JavaRDD<Image> images, Rule rule, int load, int networks, Look look) {
        run(
                new Part(rule, load, 0, networks, look),
                String.format(
                        Locale.ROOT,
                        "%s P=%,d: %,d networks, trained and recalled in tasks",
                        rule.label(),
                        load,
                        networks),
                reports -> new DealtRecall(placement, settings, deck)
                        .rows(images, rule, load, networks, options.noises(), reports));
    }

    /** One network, broadcast to where the probed images are. */
    void broadcast(JavaRDD<Image> probed, Network network, Form form, Look look) {
        Memory memory = network.memory();
        Broadcast<Network> everywhere = spark.broadcast(network);
        try {
            run(
                    new Part(memory.rule(), memory.patterns(), network.number(), 1, look),
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

    /** One network whose weights stay in place, scored a batch of recalls at a time. */
    void inPlace(JavaRDD<Image> probed, Network network, InPlaceProducts products, InPlaceRecall recall, Look look) {
        Memory memory = network.memory();
        Part part = new Part(memory.rule(), memory.patterns(), network.number(), 1, look);
        String what = String.format(
                Locale.ROOT, "%s P=%,d: weights in place", memory.rule().label(), memory.patterns());
        Broadcast<Network> everywhere = spark.broadcast(network);
        Made made = new Made(new HashMap<>(), new HashMap<>());
        AtomicInteger batches = new AtomicInteger();
        AtomicLong scored = new AtomicLong();
        long began = System.nanoTime();
        try {
            recall.run(probed, options.noises(), ended -> {
                long from = System.nanoTime();
                Broadcast<List<InPlaceRecall.Ended>> batch = spark.broadcast(ended);
                made.add(stage(
                        part,
                        network.number() + "-" + batches.incrementAndGet(),
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
        add(part, made);
    }

    /** What recalls add to the cells of a rule and a load: so many networks, the first one's number, and how some are looked at. */
    private record Part(Rule rule, int load, int first, int networks, Look look) {}

    /** The results of jobs by cell: scores, and restorations that may be shown. */
    private record Made(Map<Noise, Tally> tallies, Map<Noise, Ranking> rankings) {
        void add(Made part) {
            part.tallies.forEach((noise, tally) -> tallies.merge(noise, tally, Tally::plus));
            part.rankings.forEach((noise, some) ->
                    rankings.computeIfAbsent(noise, first -> new Ranking()).add(some));
        }
    }

    private void run(Part part, String what, Function<RecallReports, JavaRDD<ScoredRecall>> rows) {
        add(part, stage(part, String.valueOf(part.first()), what, rows));
    }

    /** Runs one job; its rows are staged, its scores are what is returned. */
    private Made stage(Part part, String name, String what, Function<RecallReports, JavaRDD<ScoredRecall>> rows) {
        RecallReports reports = new RecallReports(spark);
        spark.setJobDescription(what + ", " + CellNames.of(options.noises()));
        stopwatch.time("recall", () -> metrics.stage(part.rule().label(), part.load(), name, rows.apply(reports)));
        reports.sum().seconds().forEach(stopwatch::addTaskTime);
        return new Made(reports.sum().tallies(), reports.sum().rankings());
    }

    private void add(Part part, Made made) {
        Map<Noise, Ranking> rankings = new LinkedHashMap<>();
        options.noises().stream()
                .filter(made.rankings()::containsKey)
                .forEach(noise -> rankings.put(noise, made.rankings().get(noise)));
        memories.add(
                part.rule(),
                part.load(),
                part.networks(),
                made.tallies(),
                part.look().apply(rankings));
        progress.done(
                (double) options.noises().size() * part.networks() / options.networksAt(part.load(), deck.images()));
    }
}
