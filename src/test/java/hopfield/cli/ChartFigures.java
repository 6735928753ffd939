package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the charts of a page draw, beside what queries of the rows say. */
final class ChartFigures {
    private static final double Z = 1.959963984540054;
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

    /** All that the charts read: every field of every cell, the capacities and the basins. */
    void dataIsThatOfTheRows() {
        Map<?, ?> data = (Map<?, ?>) browser.run("return JSON.parse(document.getElementById('data').textContent)");
        Map<?, ?> table = (Map<?, ?>) data.get("cells");
        List<?> names = (List<?>) table.get("names");
        List<?> rows = (List<?>) table.get("rows");
        assertThat(rows).hasSameSizeAs(queries.cells().keySet());
        for (Object row : rows) {
            Map<String, Object> read = new LinkedHashMap<>();
            names.forEach(name -> read.put((String) name, ((List<?>) row).get(names.indexOf(name))));
            Map<String, Object> cell = cell(read);
            assertThat(read.remove("run")).isEqualTo(0L);
            assertThat(read).containsOnlyKeys(withUnstored(cell).keySet());
            same(cell.toString(), withUnstored(cell), read);
        }
        reaches((List<?>) data.get("capacities"), "level", "patterns", .95);
        reaches((List<?>) data.get("basins"), "patterns", "level", .9);
    }

    private static Map<String, Object> withUnstored(Map<String, Object> cell) {
        Map<String, Object> whole = new LinkedHashMap<>(cell);
        whole.putIfAbsent("unstored", null);
        return whole;
    }

    private Map<String, Object> cell(Map<String, Object> read) {
        return queries.cells().values().stream()
                .filter(cell -> List.of("rule", "noise").stream()
                        .allMatch(name -> cell.get(name).equals(read.get(name))))
                .filter(cell -> number(cell, "patterns") == number(read, "patterns")
                        && number(cell, "level") == number(read, "level"))
                .findFirst()
                .orElseThrow();
    }

    private void reaches(List<?> reaches, String byName, String alongName, double required) {
        assertThat(reaches).hasSize((int) queries.cells().values().stream()
                .map(cell -> List.of(cell.get("rule"), cell.get("noise"), cell.get(byName)))
                .distinct()
                .count());
        for (Object one : reaches) {
            Map<?, ?> reach = (Map<?, ?>) one;
            Map<String, Object> fixed = Map.of("rule", reach.get("rule"), "noise", reach.get("noise"));
            Object by = queries.cells().values().stream()
                    .map(cell -> cell.get(byName))
                    .filter(value -> ((Number) value).doubleValue() == ((Number) reach.get(byName)).doubleValue())
                    .findFirst()
                    .orElseThrow();
            Map<String, Object> expected = queries.reach(byName, by, alongName, fixed, required);
            expected.put("run", 0);
            same(expected.toString(), expected, reach);
        }
    }

    /** The same tree, numbers to the six digits that the page has. */
    private static void same(String where, Object expected, Object read) {
        if (expected instanceof Map<?, ?> map) {
            assertThat(((Map<?, ?>) read).keySet()).as(where).hasSameSizeAs(map.keySet());
            map.forEach((name, value) -> same(where + " " + name, value, ((Map<?, ?>) read).get(name)));
        } else if (expected instanceof Collection<?> list) {
            List<?> others = (List<?>) read;
            assertThat(others).as(where).hasSameSizeAs(list);
            int k = 0;
            for (Object value : list) {
                same(where + " [" + k + "]", value, others.get(k++));
            }
        } else if (expected instanceof Number number && read != null) {
            double value = number.doubleValue();
            assertThat(((Number) read).doubleValue()).as(where).isEqualTo(value, within(1e-5 * Math.abs(value) + 3e-6));
        } else {
            assertThat(read).as(where).isEqualTo(expected);
        }
    }

    /** Every chart, with the switches turned to every rule, noise kind and one of these metrics. */
    void drawnIsThatOfTheRows(List<String> metrics) {
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
                                ? number.doubleValue() == number(cell, one.getKey())
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
            Double value = value(metric, cell);
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
            line(curves, "P = " + (int) load, groups.get(groups.size() - 1), metric, cell -> number(cell, "level"));
            if (!rule.equals("nearest") && distinct("rule").contains("nearest")) {
                line(
                        curves,
                        "nearest pattern, P = " + (int) load,
                        of(Map.of("rule", "nearest", "noise", noise, "patterns", load)),
                        metric,
                        cell -> number(cell, "level"));
            }
        }
        bands(curves, groups, metric, cell -> number(cell, "level"));
        baselines(curves, metric, shown, cell -> number(cell, "level"));
    }

    private void rules(String metric) {
        double level = Double.parseDouble((String) browser.run("return document.getElementById('level').value"));
        Drawn rules = Drawn.of(browser, "rules");
        List<Map<String, Object>> atLevel = of(Map.of("noise", noise, "level", level));
        List<List<Map<String, Object>>> groups = groups(rules, atLevel);
        groups.forEach(group -> line(rules, (String) group.get(0).get("rule"), group, metric, ChartFigures::logLoad));
        bands(rules, groups, metric, ChartFigures::logLoad);
        baselines(rules, metric, atLevel, ChartFigures::logLoad);
    }

    private void steps() {
        double load = Double.parseDouble((String) browser.run("return document.getElementById('steps-load').value"));
        Drawn steps = Drawn.of(browser, "steps");
        List<List<Map<String, Object>>> groups = groups(steps, of(Map.of("noise", noise, "patterns", load)));
        groups.forEach(
                group -> line(steps, (String) group.get(0).get("rule"), group, "steps", cell -> number(cell, "level")));
        bands(steps, groups, "steps", cell -> number(cell, "level"));
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

    private static void line(
            Drawn chart,
            String name,
            List<Map<String, Object>> cells,
            String metric,
            ToDoubleFunction<Map<String, Object>> x) {
        List<List<Double>> expected = ascending(cells, x).stream()
                .filter(cell -> value(metric, cell) != null)
                .map(cell -> List.of(x.applyAsDouble(cell), value(metric, cell)))
                .toList();
        same(metric + " " + name, expected, chart.line(name));
    }

    private static void bands(
            Drawn chart,
            List<List<Map<String, Object>>> groups,
            String metric,
            ToDoubleFunction<Map<String, Object>> x) {
        List<List<List<Double>>> expected = new ArrayList<>();
        for (List<Map<String, Object>> group : groups) {
            List<List<Double>> upper = new ArrayList<>();
            List<List<Double>> lower = new ArrayList<>();
            for (Map<String, Object> cell : ascending(group, x)) {
                List<Double> band = value(metric, cell) == null ? null : band(metric, cell);
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
    private static void baselines(
            Drawn chart, String metric, List<Map<String, Object>> cells, ToDoubleFunction<Map<String, Object>> x) {
        Map<String, Function<Map<String, Object>, Double>> of =
                switch (metric) {
                    case "overlap" ->
                        Map.of(
                                "cue",
                                cell -> 2 * number(cell, "inputSimilarity") - 1,
                                "blank image",
                                cell -> 2 * number(cell, "blankSimilarity") - 1);
                    case "similarity" ->
                        Map.of(
                                "cue",
                                cell -> number(cell, "inputSimilarity"),
                                "blank image",
                                cell -> number(cell, "blankSimilarity"));
                    case "improvement" ->
                        Map.of(
                                "cue",
                                cell -> 0.0,
                                "blank image",
                                cell -> number(cell, "blankSimilarity") - number(cell, "inputSimilarity"));
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
                        .mapToDouble(cell -> number(cell, "images"))
                        .sum();
                if (images > 0) {
                    expected.add(List.of(
                            at,
                            known.stream()
                                    .mapToDouble(cell -> value.apply(cell) * number(cell, "images") / images)
                                    .sum()));
                }
            }
            same(metric + " " + name, expected, chart.line(name));
        });
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
            same(chart + " of " + one, expected, drawn.line(one));
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
        List<Map<String, Object>> bars = ascending(
                of(Map.of("rule", rule, "noise", noise, byLoad ? "level" : "patterns", Double.valueOf(view[1]))),
                cell -> number(cell, byLoad ? "patterns" : "level"));
        Drawn became = Drawn.of(browser, "became");
        List<String> states = List.of("original", "inverse", "another stored", "blank", "mixture");
        for (int k = 0; k < states.size(); k++) {
            int at = k;
            same(
                    "became " + states.get(k),
                    bars.stream()
                            .map(cell -> ((Number) ((List<?>) cell.get("became")).get(at)).doubleValue()
                                    / number(cell, "stored"))
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
        return Math.log10(number(cell, "patterns"));
    }

    private static double number(Map<String, Object> cell, String name) {
        return ((Number) cell.get(name)).doubleValue();
    }

    private static List<Double> axis(List<Map<String, Object>> cells, String name) {
        return List.copyOf(
                new TreeSet<>(cells.stream().map(cell -> number(cell, name)).toList()));
    }

    private static List<Map<String, Object>> ascending(
            List<Map<String, Object>> cells, ToDoubleFunction<Map<String, Object>> x) {
        return cells.stream()
                .sorted((a, b) -> Double.compare(x.applyAsDouble(a), x.applyAsDouble(b)))
                .toList();
    }

    /** A metric of a cell, by its definition; null where there is none or it is infinite. */
    private static Double value(String metric, Map<String, Object> cell) {
        return switch (metric) {
            case "improvement" -> number(cell, "similarity") - number(cell, "inputSimilarity");
            case "overlap", "similarity", "ssim", "psnr", "steps", "converged" -> (Double) cell.get(metric);
            default -> rate(metric, cell) == null ? null : rate(metric, cell).get(0);
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Double> rate(String metric, Map<String, Object> cell) {
        Map<String, Object> of = metric.startsWith("unstored") ? (Map<String, Object>) cell.get("unstored") : cell;
        String name = metric.equals("unstoredImproved")
                ? "improved"
                : metric.equals("unstoredSameClass") ? "sameClass" : metric;
        return of == null ? null : (List<Double>) of.get(name);
    }

    /** [low, high]. */
    private static List<Double> band(String metric, Map<String, Object> cell) {
        List<?> errors = (List<?>) cell.get("errors");
        Double error =
                switch (metric) {
                    case "overlap" -> errors.get(0) == null ? null : Double.valueOf(2 * (Double) errors.get(0));
                    case "similarity" -> (Double) errors.get(0);
                    case "improvement" -> (Double) errors.get(1);
                    case "ssim" -> (Double) errors.get(2);
                    case "steps" -> (Double) errors.get(3);
                    default -> null;
                };
        if (error != null) {
            return List.of(value(metric, cell) - Z * error, value(metric, cell) + Z * error);
        }
        List<Double> rate = List.of("psnr", "converged", "overlap", "similarity", "improvement", "ssim", "steps")
                        .contains(metric)
                ? null
                : rate(metric, cell);
        return rate == null ? null : List.of(Objects.requireNonNull(rate).get(1), rate.get(2));
    }
}
