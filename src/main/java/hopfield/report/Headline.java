package hopfield.report;

import hopfield.metric.Cell;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The run in one sentence: images, rules, loads, noises, seed, when and how long. */
final class Headline {
    private Headline() {}

    static String of(Report run) {
        List<Cell> cells = run.cells();
        if (cells.isEmpty()) {
            return "Nothing was measured.";
        }
        return String.format(
                Locale.ROOT,
                "%s recalled by %s networks of %s (N\u00a0=\u00a0%,d) from %s%s: %s%s.",
                source(run),
                joined(cells.stream().map(Cell::rule).distinct().toList()),
                patterns(cells),
                cells.get(0).neurons(),
                noises(cells),
                Boolean.TRUE.equals(run.provenance("options", "clamp")) ? ", known pixels held" : "",
                Numbers.count(cells.stream().mapToLong(Cell::images).sum(), kind(run) + "recall") + temperature(run),
                when(run));
    }

    private static String source(Report run) {
        Object source = run.provenance("data", "source");
        Object images = run.provenance("data", "images");
        return source == null
                ? "Images"
                : source
                        + (images instanceof Number count
                                ? " (" + Numbers.count(count.longValue(), "image") + ")"
                                : "");
    }

    private static String patterns(List<Cell> cells) {
        String loads =
                range(cells.stream().map(cell -> (double) cell.patterns()).toList());
        return loads + (loads.equals("1") ? " pattern" : " patterns");
    }

    private static String kind(Report run) {
        return switch (run.setting().update()) {
            case "sync" -> "synchronous ";
            case "async" -> "asynchronous ";
            default -> "";
        };
    }

    private static String temperature(Report run) {
        return run.setting().update().equals("async")
                        && run.provenance("options", "temperature") instanceof Number temperature
                        && temperature.doubleValue() > 0
                ? " at temperature " + temperature
                : "";
    }

    private static String when(Report run) {
        StringBuilder text = new StringBuilder();
        Object seed = run.provenance("options", "seed");
        if (seed != null) {
            text.append(", seed ").append(seed);
        }
        if (run.provenance("started") != null) {
            text.append(", on ")
                    .append(String.valueOf(run.provenance("started")).replace("T", " at\u00a0"));
        }
        if (run.provenance("seconds") instanceof Number seconds) {
            text.append(", in ").append(Numbers.duration(seconds.doubleValue()));
        }
        return text.toString();
    }

    private static String noises(List<Cell> cells) {
        Map<String, List<Double>> levels = new LinkedHashMap<>();
        cells.forEach(cell ->
                levels.computeIfAbsent(cell.noise(), kind -> new ArrayList<>()).add(cell.level()));
        boolean many = levels.size() > 2;
        String kinds = joined(levels.entrySet().stream()
                .map(kind -> kind.getKey() + (many ? " " : " noise of ") + range(kind.getValue()))
                .toList());
        return many ? "noise: " + kinds : kinds;
    }

    /** A, B and C. */
    static String joined(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The least and the greatest of some values. */
    private static String range(List<Double> values) {
        double least = Collections.min(values);
        double greatest = Collections.max(values);
        return least == greatest ? number(least) : number(least) + " to " + number(greatest);
    }

    private static String number(double value) {
        return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
