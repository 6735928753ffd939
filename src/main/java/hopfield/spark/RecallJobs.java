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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Runs one job for each memory, from any thread: recalls through all noise levels, whose rows go to Parquet and whose scores add up to cells. */
final class RecallJobs {
    private final JavaSparkContext spark;
    private final SweepOptions options;
    private final Probe.Settings settings;
    private final Deck deck;
    private final MetricsTable metrics;
    private final Stopwatch stopwatch;
    private final SweepProgress progress;
    private final Map<CellKey, Tally> tallies = new ConcurrentHashMap<>();

    private record CellKey(Rule rule, int load, Noise noise) {}

    RecallJobs(
            JavaSparkContext spark,
            SweepOptions options,
            Probe.Settings settings,
            Deck deck,
            MetricsTable metrics,
            Stopwatch stopwatch,
            SweepProgress progress) {
        this.spark = spark;
        this.options = options;
        this.settings = settings;
        this.deck = deck;
        this.metrics = metrics;
        this.stopwatch = stopwatch;
        this.progress = progress;
    }

    /**
     * What one job made.
     *
     * @param count recalls
     * @param candidates those of them that may be looked at, by cell in the order of the options
     */
    record Made(long count, Map<Noise, List<Candidate>> candidates) {}

    /** Many small networks at one load, each probed with its own patterns. */
    Made dealt(JavaRDD<Image> images, Rule rule, int load, int networks) {
        return run(
                rule,
                load,
                1,
                String.format(
                        Locale.ROOT,
                        "%s P=%,d: %,d networks, trained and recalled in tasks",
                        rule.label(),
                        load,
                        networks),
                reports ->
                        new DealtRecall(settings, deck).rows(images, rule, load, networks, options.noises(), reports));
    }

    /** One network, broadcast to where the probed images are. */
    Made broadcast(JavaRDD<Image> probed, Network network, Form form) {
        Memory memory = network.memory();
        Broadcast<Network> everywhere = spark.broadcast(network);
        try {
            return run(
                    memory.rule(),
                    memory.patterns(),
                    options.networksAt(memory.patterns(), deck.images()),
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

    /** @param jobs of which this is one that fill the same cells */
    private Made run(Rule rule, int load, int jobs, String what, Function<RecallReports, JavaRDD<Row>> rows) {
        RecallReports reports = new RecallReports(spark);
        spark.setJobDescription(what + " at " + options.noises().size() + " noise levels");
        stopwatch.time("recall", () -> metrics.append(rule.label(), load, rows.apply(reports)));
        reports.seconds().forEach(stopwatch::addTaskTime);
        long recalls = 0;
        for (Map.Entry<Noise, Tally> part : reports.tallies().entrySet()) {
            tallies.merge(new CellKey(rule, load, part.getKey()), part.getValue(), Tally::plus);
            recalls += part.getValue().images();
        }
        progress.done((double) options.noises().size() / jobs);
        Map<Noise, List<Candidate>> candidates = new LinkedHashMap<>();
        Map<Noise, List<Candidate>> reported = reports.candidates();
        options.noises().stream()
                .filter(reported::containsKey)
                .forEach(noise -> candidates.put(noise, reported.get(noise)));
        return new Made(recalls, candidates);
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
