package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the charts of a page draw, beside what queries of the rows say. */
final class ChartFigures {
    private static final List<String> RATES = List.of("restored", "exact", "identified", "improved");

    private final Browser browser;
    private final CellQueries queries;
    private String rule;
    private String noise;
    private List<Map<String, Object>> shown;

    ChartFigures(Browser browser, CellQueries queries) {
        this.browser = browser;
        this.queries = queries;
    }

    /** Every chart, with the switches turned to every rule, noise kind and one of these metrics. */
    void areThoseOfTheRows(List<String> metrics) {
        for (String kind : distinct("noise")) {
            noise = kind;
            browser.select("noise", noise);
            for (String one : distinct("rule")) {
                rule = one;
                browser.select("rule", rule);
                shown = of(Map.of("rule", rule, "noise", noise));
                for (String metric : metrics) {
                    browser.select("metric", metric);
                    heatMap(metric);
                    curves(metric);
                    rules(metric);
                }
                finalStates();
                confusion();
            }
            steps();
            reach("capacity", "level", "patterns", .95);
            reach("basin", "patterns", "level", .9);
        }
    }

    private List<String> distinct(String name) {
        return queries.cells().values().stream()
                .map(cell -> (String) cell.get(name))
                .distinct()
                .toList();
    }

    private List<Map<String, Object>> of(Map<String, Object> fixed) {
        return queries.cells().values().stream()
                .filter(cell -> fixed.entrySet().stream()
                        .allMatch(one -> one.getValue() instanceof Number number
                                ? number.doubleValue() == CellMetrics.number(cell, one.getKey())
                                : one.getValue().equals(cell.get(one.getKey()))))
                .toList();
    }

    private void heatMap(String metric) {
        Drawn map = Drawn.of(browser, "map-0");
        assertThat(map.points("")).hasSize(shown.size());
        List<Double> levels = axis(shown, "level");
        List<Double> loads = axis(shown, "patterns");
        assertThat(map.ticks("x")).isEqualTo(levels);
        assertThat(map.ticks("y")).isEqualTo(loads);
        for (Drawn.Point point : map.points("")) {
            Map<String, Object> cell = of(Map.of(
                            "rule",
                            rule,
                            "noise",
                            noise,
                            "level",
                            levels.get((int) point.x()),
                            "patterns",
                            loads.get((int) point.y())))
                    .get(0);
            Double value = CellMetrics.value(metric, cell);
            String as =
                    metric + " of " + rule + " at P = " + cell.get("patterns") + ", " + noise + " " + cell.get("level");
            if (value == null) {
                assertThat(point.label()).as(as).matches("∞|–|[a-z ]+");
            } else {
                boolean percent = metric.equals("converged") || metric.startsWith("unstored") || RATES.contains(metric);
                boolean short1 = percent || metric.equals("steps") || metric.equals("psnr");
                assertThat(Double.parseDouble(point.label().replace('−', '-')))
                        .as(as)
                        .isEqualTo(percent ? 100 * value : value, within(short1 ? .05001 : .0005001));
                assertThat(point.value()).as(as).isEqualTo(value, within(1e-5 * Math.abs(value) + 3e-6));
            }
        }
    }

    private void curves(String metric) {
        Drawn curves = Drawn.of(browser, "curves");
        List<List<Map<String, Object>>> groups = new ArrayList<>();
        for (double load : axis(shown, "patterns")) {
            groups.add(of(Map.of("rule", rule, "noise", noise, "patterns", load)));
            LineFigures.line(
                    curves,
                    "P = " + (int) load,
                    groups.get(groups.size() - 1),
                    metric,
                    cell -> CellMetrics.number(cell, "level"));
            if (!rule.equals("nearest") && distinct("rule").contains("nearest")) {
                LineFigures.line(
                        curves,
                        "nearest pattern, P = " + (int) load,
                        of(Map.of("rule", "nearest", "noise", noise, "patterns", load)),
                        metric,
                        cell -> CellMetrics.number(cell, "level"));
            }
        }
        LineFigures.bands(curves, groups, metric, cell -> CellMetrics.number(cell, "level"));
        LineFigures.baselines(curves, metric, shown, cell -> CellMetrics.number(cell, "level"));
    }

    private void rules(String metric) {
        double level = Double.parseDouble((String) browser.run("return document.getElementById('level').value"));
        Drawn rules = Drawn.of(browser, "rules");
        List<Map<String, Object>> atLevel = of(Map.of("noise", noise, "level", level));
        List<List<Map<String, Object>>> groups = groups(rules, atLevel);
        groups.forEach(group ->
                LineFigures.line(rules, (String) group.get(0).get("rule"), group, metric, ChartFigures::logLoad));
        LineFigures.bands(rules, groups, metric, ChartFigures::logLoad);
        LineFigures.baselines(rules, metric, atLevel, ChartFigures::logLoad);
    }

    private void steps() {
        double load = Double.parseDouble((String) browser.run("return document.getElementById('steps-load').value"));
        Drawn steps = Drawn.of(browser, "steps");
        List<List<Map<String, Object>>> groups = groups(steps, of(Map.of("noise", noise, "patterns", load)));
        groups.forEach(group -> LineFigures.line(
                steps, (String) group.get(0).get("rule"), group, "steps", cell -> CellMetrics.number(cell, "level")));
        LineFigures.bands(steps, groups, "steps", cell -> CellMetrics.number(cell, "level"));
    }

    /** Cells by rule, in the order in which rules are drawn. */
    private List<List<Map<String, Object>>> groups(Drawn chart, List<Map<String, Object>> cells) {
        List<String> names =
                chart.lines().stream().filter(distinct("rule")::contains).toList();
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(cells.stream()
                        .map(cell -> (String) cell.get("rule"))
                        .distinct()
                        .toList());
        return names.stream()
                .map(name -> cells.stream()
                        .filter(cell -> cell.get("rule").equals(name))
                        .toList())
                .toList();
    }

    private void reach(String chart, String byName, String alongName, double required) {
        Drawn drawn = Drawn.of(browser, chart);
        for (String one : distinct("rule")) {
            List<List<Double>> expected = new ArrayList<>();
            for (Object by : of(Map.of("rule", one, "noise", noise)).stream()
                    .map(cell -> cell.get(byName))
                    .distinct()
                    .sorted()
                    .toList()) {
                Object along = queries.reach(byName, by, alongName, Map.of("rule", one, "noise", noise), required)
                        .get(alongName);
                expected.add(java.util.Arrays.asList(logOf(byName, by), logOf(alongName, along)));
            }
            DataFigures.same(chart + " of " + one, expected, drawn.line(one));
        }
    }

    private static Double logOf(String name, Object value) {
        double number = value == null ? 0 : ((Number) value).doubleValue();
        return value == null
                ? null
                : name.equals("patterns") ? Double.valueOf(Math.log10(number)) : Double.valueOf(number);
    }

    private void finalStates() {
        String[] view = ((String) browser.run("return document.getElementById('became-view').value")).split(" ");
        boolean byLoad = view[0].equals("level");
        List<Map<String, Object>> bars = LineFigures.ascending(
                of(Map.of("rule", rule, "noise", noise, byLoad ? "level" : "patterns", Double.valueOf(view[1]))),
                cell -> CellMetrics.number(cell, byLoad ? "patterns" : "level"));
        Drawn became = Drawn.of(browser, "became");
        List<String> states = List.of("original", "inverse", "another stored", "blank", "mixture");
        for (int k = 0; k < states.size(); k++) {
            int at = k;
            DataFigures.same(
                    "became " + states.get(k),
                    bars.stream()
                            .map(cell -> ((Number) ((List<?>) cell.get("became")).get(at)).doubleValue()
                                    / CellMetrics.number(cell, "stored"))
                            .toList(),
                    became.heights(states.get(k)));
        }
    }

    private void confusion() {
        String[] of = ((String) browser.run("return document.getElementById('confusion-cell').value")).split(" ");
        Map<String, Object> cell = of(Map.of(
                        "rule",
                        rule,
                        "noise",
                        noise,
                        "patterns",
                        Double.valueOf(of[1]),
                        "level",
                        Double.valueOf(of[2])))
                .get(0);
        Drawn drawn = Drawn.of(browser, "confusion");
        List<?> entries = (List<?>) cell.get("confusion");
        assertThat(drawn.points("")).hasSize(entries.size());
        for (int k = 0; k < entries.size(); k++) {
            List<Double> entry = ((List<?>) entries.get(k))
                    .stream().map(one -> ((Number) one).doubleValue()).toList();
            double total = entries.stream()
                    .map(List.class::cast)
                    .filter(one -> ((Number) one.get(0)).doubleValue() == entry.get(0))
                    .mapToDouble(one -> ((Number) one.get(2)).doubleValue())
                    .sum();
            Drawn.Point point = drawn.points("").get(k);
            assertThat(drawn.ticks("y").get((int) point.y())).isEqualTo(entry.get(0));
            assertThat(drawn.ticks("x").get((int) point.x())).isEqualTo(entry.get(1));
            assertThat(point.value()).isEqualTo(entry.get(2) / total, within(1e-9));
            assertThat(Double.parseDouble(point.label())).isEqualTo(100 * entry.get(2) / total, within(.50001));
        }
    }

    private static double logLoad(Map<String, Object> cell) {
        return Math.log10(CellMetrics.number(cell, "patterns"));
    }

    private static List<Double> axis(List<Map<String, Object>> cells, String name) {
        return List.copyOf(new TreeSet<>(
                cells.stream().map(cell -> CellMetrics.number(cell, name)).toList()));
    }
}
