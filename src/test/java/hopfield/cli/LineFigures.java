package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The lines of a chart, their bands and their baselines, beside what cells say of a metric. */
final class LineFigures {
    private LineFigures() {}

    /** A line through the cells that have the metric. */
    static void line(
            Drawn chart,
            String name,
            List<Map<String, Object>> cells,
            String metric,
            ToDoubleFunction<Map<String, Object>> x) {
        List<List<Double>> expected = ascending(cells, x).stream()
                .filter(cell -> CellMetrics.value(metric, cell) != null)
                .map(cell -> List.of(x.applyAsDouble(cell), CellMetrics.value(metric, cell)))
                .toList();
        DataFigures.same(metric + " " + name, expected, chart.line(name));
    }

    /** A band for each group of cells in which two at least have one. */
    static void bands(
            Drawn chart,
            List<List<Map<String, Object>>> groups,
            String metric,
            ToDoubleFunction<Map<String, Object>> x) {
        List<List<List<Double>>> expected = new ArrayList<>();
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
            }
        }
        chart.bandsAre(metric, expected);
    }

    /** The cue's and the blank image's own, over all cells at an x. */
    static void baselines(
            Drawn chart, String metric, List<Map<String, Object>> cells, ToDoubleFunction<Map<String, Object>> x) {
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
        assertThat(chart.lines().stream().anyMatch("cue"::equals)).as(metric).isEqualTo(!of.isEmpty());
        of.forEach((name, value) -> {
            List<List<Double>> expected = new ArrayList<>();
            for (double at : new TreeSet<>(cells.stream().map(x::applyAsDouble).toList())) {
                List<Map<String, Object>> known = cells.stream()
                        .filter(cell -> x.applyAsDouble(cell) == at && value.apply(cell) != null)
                        .toList();
                double images = known.stream()
                        .mapToDouble(cell -> CellMetrics.number(cell, "images"))
                        .sum();
                if (images > 0) {
                    expected.add(List.of(
                            at,
                            known.stream()
                                    .mapToDouble(
                                            cell -> value.apply(cell) * CellMetrics.number(cell, "images") / images)
                                    .sum()));
                }
            }
            DataFigures.same(metric + " " + name, expected, chart.line(name));
        });
    }

    static List<Map<String, Object>> ascending(
            List<Map<String, Object>> cells, ToDoubleFunction<Map<String, Object>> x) {
        return cells.stream()
                .sorted((a, b) -> Double.compare(x.applyAsDouble(a), x.applyAsDouble(b)))
                .toList();
    }
}
