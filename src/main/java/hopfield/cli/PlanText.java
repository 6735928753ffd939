package hopfield.cli;

import hopfield.image.DeckSize;
import hopfield.spark.Cluster;
import hopfield.spark.PlannedMemory;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A plan as tables: what is done and how long it takes, then what moves and what is held. */
final class PlanText {
    private static final String WORK = "%-12s %9s %8s %-9s %-8s %6s %12s %6s %9s %9s %9s %9s %9s%n";
    private static final String BYTES = "%-12s %9s %9s %9s %9s %9s %9s   %9s %9s %9s%n";

    private PlanText() {}

    /** All that there is to say but {@link #result}; of this machine's driver also whether it has the room. */
    static String of(DeckSize deck, Cluster cluster, String where, List<PlannedMemory> plan) {
        return head(deck, cluster, where)
                + work(plan)
                + moved(plan)
                + reasons(plan)
                + driver(Runtime.getRuntime().maxMemory(), plan)
                + executors(cluster, plan);
    }

    private static String head(DeckSize deck, Cluster cluster, String where) {
        return String.format(
                Locale.ROOT,
                "%n%s: %,d images of %dx%d (N = %,d) on %s: %,d executors of %d cores and %s; %s%n%n",
                deck.name(),
                deck.images(),
                deck.width(),
                deck.height(),
                deck.neurons(),
                cluster.name(),
                cluster.executors(),
                cluster.cores(),
                bytes(cluster.memory()),
                where);
    }

    private static String work(List<PlannedMemory> plan) {
        StringBuilder text = new StringBuilder(String.format(
                WORK,
                "rule",
                "P",
                "P/N",
                plan.stream().allMatch(memory -> memory.recalls() == 0) ? "made" : "recall",
                "form",
                "blocks",
                "restorations",
                "steps",
                "train ops",
                "ops",
                "train",
                "recall",
                "score"));
        for (PlannedMemory memory : plan) {
            text.append(String.format(
                    Locale.ROOT,
                    WORK,
                    memory.rule(),
                    String.format(Locale.ROOT, "%,d", memory.patterns()),
                    String.format(Locale.ROOT, "%.4f", memory.load()),
                    memory.path(),
                    memory.form(),
                    memory.blocks(),
                    String.format(Locale.ROOT, "%,d", memory.recalls()),
                    String.format(Locale.ROOT, "%.1f", memory.steps()),
                    String.format(Locale.ROOT, "%.1e", memory.trainOperations()),
                    String.format(Locale.ROOT, "%.1e", memory.recallOperations()),
                    seconds(memory.seconds().train()),
                    seconds(memory.seconds().recall()),
                    seconds(memory.seconds().score())));
        }
        return text.toString();
    }

    private static String moved(List<PlannedMemory> plan) {
        StringBuilder text = new StringBuilder(String.format(
                "%n" + BYTES,
                "rule",
                "P",
                "shuffled",
                "broadcast",
                "gathered",
                "cached",
                "written",
                "task",
                "executor",
                "driver"));
        for (PlannedMemory memory : plan) {
            text.append(String.format(
                    Locale.ROOT,
                    BYTES,
                    memory.rule(),
                    String.format(Locale.ROOT, "%,d", memory.patterns()),
                    bytes(memory.bytes().shuffled()),
                    bytes(memory.bytes().broadcast()),
                    bytes(memory.bytes().gathered()),
                    bytes(memory.bytes().cached()),
                    bytes(memory.bytes().written()),
                    bytes(memory.heap().task()),
                    bytes(memory.heap().executor()),
                    bytes(memory.heap().driver())));
        }
        return text.toString();
    }

    /** Which path is taken and why, as "dual: weights beyond the limit, P < N / 2 (hebbian, centred)". */
    private static String reasons(List<PlannedMemory> plan) {
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        plan.forEach(
                memory -> rules.computeIfAbsent(memory.path() + ": " + memory.reason(), first -> new LinkedHashSet<>())
                        .add(memory.rule()));
        StringBuilder text = new StringBuilder(System.lineSeparator());
        rules.forEach((reason, who) -> text.append(reason)
                .append(" (")
                .append(String.join(", ", who))
                .append(')')
                .append(System.lineSeparator()));
        return text.toString();
    }

    /** A line where the driver that this runs on would have no room; nothing where it has. */
    private static String driver(long available, List<PlannedMemory> plan) {
        double needed = plan.stream()
                .mapToDouble(memory -> memory.heap().driver())
                .max()
                .orElse(0);
        return needed <= available
                ? ""
                : String.format(
                        "%nThe driver needs %s and has %s: the run would be refused; raise --driver-memory.%n",
                        bytes(needed), bytes(available));
    }

    /** A line where executors would have no room for what cannot spill to disk; nothing where they have. */
    private static String executors(Cluster cluster, List<PlannedMemory> plan) {
        double needed = plan.stream()
                .mapToDouble(memory -> memory.heap().executor() - memory.bytes().cached() / cluster.executors())
                .max()
                .orElse(0);
        return needed <= cluster.memory()
                ? ""
                : String.format(
                        "%nAn executor of %s needs %s beside what it caches, and has %s: tasks would run out of memory;"
                                + " raise %s, or run fewer tasks at once.%n",
                        cluster.name(), bytes(needed), bytes(cluster.memory()), cluster.memoryOption());
    }

    /** The sum of the whole plan. */
    static String result(Cluster cluster, List<PlannedMemory> plan) {
        long recalls = plan.stream().mapToLong(PlannedMemory::recalls).sum();
        int networks = plan.stream().mapToInt(PlannedMemory::networks).sum();
        return String.format(
                Locale.ROOT,
                "%s%,d %s: about %s on %s",
                recalls == 0 ? "" : String.format(Locale.ROOT, "%,d restorations by ", recalls),
                networks,
                networks == 1 ? "memory" : "memories",
                seconds(plan.stream()
                        .mapToDouble(memory -> memory.seconds().total())
                        .sum()),
                cluster.name());
    }

    /** Three digits and a decimal unit. */
    static String bytes(double bytes) {
        return scaled(bytes, 1000, " B", " kB", " MB", " GB", " TB", " PB", " EB");
    }

    static String seconds(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
                : seconds < 200_000
                        ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
                        : String.format(Locale.ROOT, "%,.1f d", seconds / 86_400);
    }

    private static String scaled(double value, double step, String... units) {
        int unit = 0;
        while (value >= step && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || value >= 100 ? "%.0f%s" : "%.1f%s", value, units[unit]);
    }
}
