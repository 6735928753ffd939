package hopfield.cli;

import static hopfield.cli.QueriedCells.axis;
import static hopfield.cli.QueriedCells.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the heat maps and the lines of a page draw, beside what queries of the rows say; the rest by its own classes. */
final class ChartFigures {
    private static final List<String> RATES = List.of("restored", "exact", "identified", "improved");

    private final Browser browser;
    private final QueriedCells cells;
    private String rule;
    private String noise;
    private List<Map<String, Object>> shown;

    ChartFigures(Browser browser, QueriedCells cells) {
        this.browser = browser;
        this.cells = cells;
    }

    /** Every chart, with the switches turned to every rule, one of these noise kinds and one of these metrics. */
    void areThoseOfTheRows(List<String> noises, List<String> metrics) {
        ReachFigures reach = new ReachFigures(browser, cells);
        for (String kind : noises) {
            noise = kind;
            browser.select("noise", noise);
            for (String one : cells.distinct("rule")) {
                rule = one;
                browser.select("rule", rule);
                shown = cells.of(Map.of("rule", rule, "noise", noise));
                if (shown.isEmpty()) {
                    continue; // a rule of one run under a noise kind of another
                }
                for (String metric : metrics) {
                    browser.select("metric", metric);
                    heatMap(metric);
                    curves(metric);
                    rules(metric);
                }
                new ShareFigures(browser, cells, rule, noise).areThoseOfTheRows();
            }
            steps();
            reach.areThoseOfTheRows(noise);
        }
    }

    private void heatMap(String metric) {
        shown.stream().map(QueriedCells::run).distinct().forEach(run -> heatMap(metric, run));
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
            Map<String, Object> cell = cells.of(Map.of(
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
        List<Map<String, String>> saved = SavedRows.of(browser, "curves");
        List<List<Map<String, Object>>> groups = new ArrayList<>();
        for (int run : cells.runsUnder(noise)) {
            for (double load : axis(shown, "patterns")) {
                List<Map<String, Object>> group =
                        cells.of(Map.of("run", run, "rule", rule, "noise", noise, "patterns", load));
                if (!group.isEmpty()) {
                    groups.add(group);
                    String name = "P = " + (int) load + cells.suffix(run);
                    LineFigures.line(curves, name, group, metric, QueriedCells::level);
                    SavedRows.areCells(saved, name, group, metric, QueriedCells::level);
                }
            }
        }
        if (!rule.equals("nearest")) {
            axis(shown, "patterns").forEach(load -> nearest(curves, metric, load));
        }
        LineFigures.bands(curves, groups, metric, QueriedCells::level);
        LineFigures.baselines(curves, metric, shown, QueriedCells::level, cells::suffix);
    }

    private void nearest(Drawn curves, String metric, double load) {
        List<List<List<Double>>> lines = cells.runsUnder(noise).stream()
                .map(run -> LineFigures.points(
                        cells.of(Map.of("run", run, "rule", "nearest", "noise", noise, "patterns", load)),
                        metric,
                        QueriedCells::level))
                .toList();
        LineFigures.ofRuns(curves, "nearest pattern, P = " + (int) load, cells.runsUnder(noise), lines, cells::suffix);
    }

    private void rules(String metric) {
        double level = Double.parseDouble((String) browser.run("return document.getElementById('level').value"));
        Drawn rules = Drawn.of(browser, "rules");
        List<Map<String, Object>> atLevel = cells.of(Map.of("noise", noise, "level", level));
        List<List<Map<String, Object>>> groups = groups(rules, atLevel);
        groups.forEach(group -> LineFigures.line(rules, name(group.get(0)), group, metric, QueriedCells::logLoad));
        List<Map<String, String>> saved = SavedRows.of(browser, "rules");
        groups.forEach(group -> SavedRows.areCells(saved, name(group.get(0)), group, metric, QueriedCells::logLoad));
        baselinesSayWhere(saved, level);
        LineFigures.bands(rules, groups, metric, QueriedCells::logLoad);
        LineFigures.baselines(rules, metric, atLevel, QueriedCells::logLoad, cells::suffix);
    }

    /** The cue's and the blank image's rows name the load, the noise kind and the level that they are of. */
    private void baselinesSayWhere(List<Map<String, String>> saved, double level) {
        saved.stream()
                .filter(row -> row.get("line").matches("(cue|blank image).*"))
                .forEach(row -> {
                    assertThat(row).containsEntry("noise", noise).containsEntry("level", Shown.level(level));
                    assertThat(axis(cells.of(Map.of("noise", noise)), "patterns"))
                            .contains(Double.valueOf(row.get("patterns")));
                });
    }

    private String name(Map<String, Object> cell) {
        return cell.get("rule") + cells.suffix(run(cell));
    }

    private void steps() {
        double load = Double.parseDouble((String) browser.run("return document.getElementById('steps-load').value"));
        Drawn steps = Drawn.of(browser, "steps");
        List<List<Map<String, Object>>> groups = groups(steps, cells.of(Map.of("noise", noise, "patterns", load)));
        groups.forEach(group -> LineFigures.line(steps, name(group.get(0)), group, "steps", QueriedCells::level));
        LineFigures.bands(steps, groups, "steps", QueriedCells::level);
    }

    /** Cells by rule and run, in the order in which their lines are drawn. */
    private List<List<Map<String, Object>>> groups(Drawn chart, List<Map<String, Object>> of) {
        List<String> expected = of.stream().map(this::name).distinct().toList();
        List<String> drawn = chart.lines().stream().filter(expected::contains).toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
        return drawn.stream()
                .map(name -> of.stream().filter(cell -> name(cell).equals(name)).toList())
                .toList();
    }
}
