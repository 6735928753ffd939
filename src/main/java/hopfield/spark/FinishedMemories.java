package hopfield.spark;

import hopfield.memory.Rule;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import hopfield.metric.Tally;
import hopfield.noise.Noise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules and loads of a sweep are finished, and what they came to. One is finished when all its networks have been recalled:
 * then its rows enter the table at once, and its tallies are dropped. Used from any thread.
 */
final class FinishedMemories {
    private final SweepOptions options;
    private final MetricsTable metrics;
    private final int images;
    private final int neurons;
    private final Runnable beforeCommit;
    private final Map<Key, FinishedMemory> finished = new HashMap<>();
    private final Map<Key, Open> open = new HashMap<>();

    private record Key(Rule rule, int load) {}

    /** A rule and a load of which some networks have been recalled. */
    private static final class Open {
        private final Map<Noise, Tally> tallies = new HashMap<>();
        private final List<Sample> samples = new ArrayList<>();
        private int networks;
    }

    /**
     * Finds what an earlier run into the same table has finished, and removes what it has not.
     *
     * @param images of the deck
     * @param neurons N
     * @param beforeCommit called before rows enter the table; what it throws keeps them out
     */
    FinishedMemories(SweepOptions options, MetricsTable metrics, int images, int neurons, Runnable beforeCommit) {
        this.options = options;
        this.metrics = metrics;
        this.images = images;
        this.neurons = neurons;
        this.beforeCommit = beforeCommit;
        metrics.clear();
        for (Rule rule : options.rules()) {
            for (int load : options.loads()) {
                metrics.finished(rule.label(), load).ifPresent(memory -> finished.put(new Key(rule, load), memory));
            }
        }
    }

    synchronized boolean has(Rule rule, int load) {
        return finished.containsKey(new Key(rule, load));
    }

    /** How many rules and loads are finished. */
    synchronized int count() {
        return finished.size();
    }

    /** Some networks of a rule and a load have been recalled and their rows staged; the last ones finish it. */
    synchronized void add(Rule rule, int load, int networks, Map<Noise, Tally> tallies, List<Sample> samples) {
        Key key = new Key(rule, load);
        Open memory = open.computeIfAbsent(key, first -> new Open());
        tallies.forEach((noise, tally) -> memory.tallies.merge(noise, tally, Tally::plus));
        memory.samples.addAll(samples);
        memory.networks += networks;
        if (memory.networks == options.networksAt(load, images)) {
            FinishedMemory whole = new FinishedMemory(
                    options.noises().stream()
                            .map(noise -> memory.tallies
                                    .get(noise)
                                    .cell(rule.label(), load, neurons, noise.kind(), noise.level()))
                            .toList(),
                    memory.samples);
            metrics.commit(rule.label(), load, whole, beforeCommit);
            finished.put(key, whole);
            open.remove(key);
        }
    }

    /** The cells, in the order in which the user gave rules and noise kinds; loads and levels ascending. */
    synchronized List<Cell> cells() {
        List<String> kinds =
                options.noises().stream().map(Noise::kind).distinct().toList();
        Comparator<Cell> byNoise = Comparator.comparingInt((Cell cell) -> kinds.indexOf(cell.noise()))
                .thenComparingDouble(Cell::level);
        List<Cell> cells = new ArrayList<>();
        for (Rule rule : options.rules()) {
            for (int load : options.loads().stream().sorted().toList()) {
                cells.addAll(finished.get(new Key(rule, load)).cells().stream()
                        .sorted(byNoise)
                        .toList());
            }
        }
        return cells;
    }

    /** Restorations to look at, by load and rule as the user gave them. */
    synchronized List<Sample> samples() {
        return options.loads().stream()
                .flatMap(load ->
                        options.rules().stream().flatMap(rule -> finished.get(new Key(rule, load)).samples().stream()))
                .toList();
    }
}
