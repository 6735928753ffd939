package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The lines of a chart, their bands and their baselines, beside what cells say of a metric. */
final class LineFigures {
    private LineFigures() {}

    /** The cells that have the metric, as points. */
    static List<List<Double>> points(
            List<Map<String, Object>> cells, String metric, ToDoubleFunction<Map<String, Object>> x) {
        return ascending(cells, x).stream()
                .filter(cell -> CellMetrics.value(metric, cell) != null)
                .map(cell -> List.of(x.applyAsDouble(cell), CellMetrics.value(metric, cell)))
                .toList();
    }

    /** What runs have in common as one line; what they do not, a line of each that has it, under its name. */
    static void ofRuns(
            Drawn chart, String name, List<Integer> runs, List<List<List<Double>>> lines, IntFunction<String> suffix) {
        boolean same = lines.stream().map(LineFigures::rounded).distinct().count() == 1;
        for (int k = 0; k < lines.size(); k++) {
            if (!lines.get(k).isEmpty()) {
                DataFigures.same(name, lines.get(k), chart.line(same ? name : name + suffix.apply(runs.get(k))));
            }
        }
        assertThat(chart.lines().stream().filter(line -> line.equals(name)).count())
                .as(name + " without a run's name")
                .isEqualTo(
                        lines.stream().anyMatch(line -> !line.isEmpty())
                                        && (same || suffix.apply(0).isEmpty())
                                ? 1
                                : 0);
    }

    private static String rounded(List<List<Double>> line) {
        return line.stream()
                .map(point -> String.format(Locale.ROOT, "%.6g %.6g", point.get(0), point.get(1)))
                .collect(Collectors.joining(" "));
    }

    /** A line through the cells that have the metric. */
    static void line(
            Drawn chart,
            String name,
            List<Map<String, Object>> cells,
            String metric,
            ToDoubleFunction<Map<String, Object>> x) {
        DataFigures.same(metric + " " + name, points(cells, metric, x), chart.line(name));
    }

    /** A band for each group of cells, or a bar where it has one point. */
    static void bands(
            Drawn chart,
            List<List<Map<String, Object>>> groups,
            String metric,
            ToDoubleFunction<Map<String, Object>> x) {
        List<List<List<Double>>> expected = new ArrayList<>();
        List<List<Double>> whiskers = new ArrayList<>();
        for (List<Map<String, Object>> group : groups) {
            List<List<Double>> upper = new ArrayList<>();
            List<List<Double>> lower = new ArrayList<>();
            for (Map<String, Object> cell : ascending(group, x)) {
                List<Double> band = CellMetrics.value(metric, cell) == null ? null : CellMetrics.band(metric, cell);
                if (band != null) {
                    upper.add(List.of(x.applyAsDouble(cell), band.get(1)));
                    lower.add(0, List.of(x.applyAsDouble(cell), band.get(0)));
                }
            }
            if (upper.size() > 1) {
                upper.addAll(lower);
                expected.add(upper);
            } else if (upper.size() == 1) {
                whiskers.add(List.of(
                        upper.get(0).get(0), lower.get(0).get(1), upper.get(0).get(1)));
            }
        }
        chart.whiskersAre(metric, whiskers);
        chart.bandsAre(metric, expected);
    }

    /** The cue's and the blank image's own, over all cells of a run at an x. */
    static void baselines(
            Drawn chart,
            String metric,
            List<Map<String, Object>> cells,
            ToDoubleFunction<Map<String, Object>> x,
            IntFunction<String> suffix) {
        Map<String, Function<Map<String, Object>, Double>> of =
                switch (metric) {
                    case "overlap" ->
                        Map.of(
                                "cue",
                                cell -> 2 * CellMetrics.number(cell, "inputSimilarity") - 1,
                                "blank image",
                                cell -> 2 * CellMetrics.number(cell, "blankSimilarity") - 1);
                    case "similarity" ->
                        Map.of(
                                "cue",
                                cell -> CellMetrics.number(cell, "inputSimilarity"),
                                "blank image",
                                cell -> CellMetrics.number(cell, "blankSimilarity"));
                    case "improvement" ->
                        Map.of(
                                "cue",
                                cell -> 0.0,
                                "blank image",
                                cell -> CellMetrics.number(cell, "blankSimilarity")
                                        - CellMetrics.number(cell, "inputSimilarity"));
                    case "psnr" ->
                        Map.of("cue", cell -> (Double) cell.get("inputPsnr"), "blank image", cell ->
                                (Double) cell.get("blankPsnr"));
                    default -> Map.of();
                };
        if (of.isEmpty()) {
            assertThat(chart.lines()).as(metric).noneMatch(name -> name.startsWith("cue"));
        }
        List<Integer> runs =
                cells.stream().map(cell -> (Integer) cell.get("run")).distinct().toList();
        of.forEach((name, value) -> ofRuns(
                chart,
                name,
                runs,
                runs.stream()
                        .map(run -> means(
                                cells.stream()
                                        .filter(cell -> cell.get("run").equals(run) && value.apply(cell) != null)
                                        .toList(),
                                value,
                                x))
                        .toList(),
                suffix));
    }

    private static List<List<Double>> means(
            List<Map<String, Object>> cells,
            Function<Map<String, Object>, Double> value,
            ToDoubleFunction<Map<String, Object>> x) {
        Map<Double, double[]> sums = new TreeMap<>();
        for (Map<String, Object> cell : cells) {
            double[] sum = sums.computeIfAbsent(x.applyAsDouble(cell), none -> new double[2]);
            sum[0] += value.apply(cell) * CellMetrics.number(cell, "images");
            sum[1] += CellMetrics.number(cell, "images");
        }
        return sums.entrySet().stream()
                .map(at -> List.of(at.getKey(), at.getValue()[0] / at.getValue()[1]))
                .toList();
    }

    static List<Map<String, Object>> ascending(
            List<Map<String, Object>> cells, ToDoubleFunction<Map<String, Object>> x) {
        return cells.stream()
                .sorted((a, b) -> Double.compare(x.applyAsDouble(a), x.applyAsDouble(b)))
                .toList();
    }
}
