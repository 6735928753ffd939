package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the charts of a page draw, beside what queries of the rows say. */
final class ChartFigures {
    private static final List<String> RATES = List.of("restored", "exact", "identified", "improved");

    private final Browser browser;
    private final List<String> names;
    private final List<CellQueries> queries;
    private final List<Map<String, Object>> all = new ArrayList<>();
    private String rule;
    private String noise;
    private List<Map<String, Object>> shown;

    /** @param names of the page's runs, which queries answer in their order */
    ChartFigures(Browser browser, List<String> names, List<CellQueries> queries) {
        this.browser = browser;
        this.names = names;
        this.queries = queries;
        for (int run = 0; run < names.size(); run++) {
            for (Map<String, Object> cell : queries.get(run).cells().values()) {
                Map<String, Object> named = new LinkedHashMap<>(cell);
                named.put("run", run);
                all.add(named);
            }
        }
    }

    private boolean several() {
        return names.size() > 1;
    }

    /** How a line of a run ends. */
    private String suffix(int run) {
        return several() ? ", " + names.get(run) : "";
    }

    private static int run(Map<String, Object> cell) {
        return (Integer) cell.get("run");
    }

    private List<Integer> runsInView() {
        return of(Map.of("noise", noise)).stream()
                .map(ChartFigures::run)
                .distinct()
                .toList();
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
                if (shown.isEmpty()) {
                    continue; // a rule of one run under a noise kind of another
                }
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
        return all.stream().map(cell -> (String) cell.get(name)).distinct().toList();
    }

    private List<Map<String, Object>> of(Map<String, Object> fixed) {
        return all.stream()
                .filter(cell -> fixed.entrySet().stream()
                        .allMatch(one -> one.getValue() instanceof Number number
                                ? number.doubleValue() == CellMetrics.number(cell, one.getKey())
                                : one.getValue().equals(cell.get(one.getKey()))))
                .toList();
    }

    private void heatMap(String metric) {
        shown.stream().map(ChartFigures::run).distinct().forEach(run -> heatMap(metric, run));
    }

    private void heatMap(String metric, int run) {
        Drawn map = Drawn.of(browser, "map-" + run);
        assertThat(map.points(""))
                .hasSameSizeAs(shown.stream().filter(cell -> run(cell) == run).toList());
        List<Double> levels = axis(shown, "level");
        List<Double> loads = axis(shown, "patterns");
        assertThat(map.ticks("x")).isEqualTo(levels);
        assertThat(map.ticks("y")).isEqualTo(loads);
        for (Drawn.Point point : map.points("")) {
            Map<String, Object> cell = of(Map.of(
                            "run",
                            run,
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
        for (int run : runsInView()) {
            for (double load : axis(shown, "patterns")) {
                List<Map<String, Object>> group =
                        of(Map.of("run", run, "rule", rule, "noise", noise, "patterns", load));
                if (!group.isEmpty()) {
                    groups.add(group);
                    LineFigures.line(curves, "P = " + (int) load + suffix(run), group, metric, ChartFigures::level);
                }
            }
        }
        if (!rule.equals("nearest")) {
            axis(shown, "patterns").forEach(load -> nearest(curves, metric, load));
        }
        LineFigures.bands(curves, groups, metric, ChartFigures::level);
        LineFigures.baselines(curves, metric, shown, ChartFigures::level, this::suffix);
    }

    private void nearest(Drawn curves, String metric, double load) {
        List<List<List<Double>>> lines = runsInView().stream()
                .map(run -> LineFigures.points(
                        of(Map.of("run", run, "rule", "nearest", "noise", noise, "patterns", load)),
                        metric,
                        ChartFigures::level))
                .toList();
        LineFigures.ofRuns(curves, "nearest pattern, P = " + (int) load, runsInView(), lines, this::suffix);
    }

    private static double level(Map<String, Object> cell) {
        return CellMetrics.number(cell, "level");
    }

    private void rules(String metric) {
        double level = Double.parseDouble((String) browser.run("return document.getElementById('level').value"));
        Drawn rules = Drawn.of(browser, "rules");
        List<Map<String, Object>> atLevel = of(Map.of("noise", noise, "level", level));
        List<List<Map<String, Object>>> groups = groups(rules, atLevel);
        groups.forEach(group -> LineFigures.line(rules, name(group.get(0)), group, metric, ChartFigures::logLoad));
        LineFigures.bands(rules, groups, metric, ChartFigures::logLoad);
        LineFigures.baselines(rules, metric, atLevel, ChartFigures::logLoad, this::suffix);
    }

    private String name(Map<String, Object> cell) {
        return cell.get("rule") + suffix(run(cell));
    }

    private void steps() {
        double load = Double.parseDouble((String) browser.run("return document.getElementById('steps-load').value"));
        Drawn steps = Drawn.of(browser, "steps");
        List<List<Map<String, Object>>> groups = groups(steps, of(Map.of("noise", noise, "patterns", load)));
        groups.forEach(group -> LineFigures.line(steps, name(group.get(0)), group, "steps", ChartFigures::level));
        LineFigures.bands(steps, groups, "steps", ChartFigures::level);
    }

    /** Cells by rule and run, in the order in which their lines are drawn. */
    private List<List<Map<String, Object>>> groups(Drawn chart, List<Map<String, Object>> cells) {
        List<String> expected = cells.stream().map(this::name).distinct().toList();
        List<String> drawn = chart.lines().stream().filter(expected::contains).toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
        return drawn.stream()
                .map(name ->
                        cells.stream().filter(cell -> name(cell).equals(name)).toList())
                .toList();
    }

    private void reach(String chart, String byName, String alongName, double required) {
        Drawn drawn = Drawn.of(browser, chart);
        for (int run : runsInView()) {
            for (String one : distinct("rule")) {
                List<List<Double>> expected = new ArrayList<>();
                for (Object by : of(Map.of("run", run, "rule", one, "noise", noise)).stream()
                        .map(cell -> cell.get(byName))
                        .distinct()
                        .sorted()
                        .toList()) {
                    Object along = queries.get(run)
                            .reach(byName, by, alongName, Map.of("rule", one, "noise", noise), required)
                            .get(alongName);
                    expected.add(Arrays.asList(logOf(byName, by), logOf(alongName, along)));
                }
                if (!expected.isEmpty()) {
                    DataFigures.same(chart + " of " + one, expected, drawn.line(one + suffix(run)));
                }
            }
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
        String chosen = (String) browser.run("return document.getElementById('confusion-cell').value");
        if (chosen.isEmpty()) {
            return; // random patterns have no classes
        }
        String[] of = chosen.split(" ");
        Map<String, Object> cell = of(Map.of(
                        "run",
                        Double.valueOf(of[0]),
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
