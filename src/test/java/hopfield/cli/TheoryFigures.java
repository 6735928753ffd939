package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.theory.MeanField;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Erf;

/** The chart of theory of a run of random patterns under flips of 0, 0.1 and 0.2, beside the formulas and the rows. */
final class TheoryFigures {
    private final Browser browser;
    private final CellQueries queries;

    TheoryFigures(Browser browser, CellQueries queries) {
        this.browser = browser;
        this.queries = queries;
    }

    /** @param suffix what the names of this run's lines end in */
    void areThoseOfTheory(String suffix) {
        browser.select("theory-rule", "hebbian");
        Drawn chart = Drawn.of(browser, "theory");
        atRest(chart.line("at rest, N → ∞ (Amit, Gutfreund & Sompolinsky)"));
        oneStep(chart.line("after one step from a stored pattern, N → ∞"), 1);
        for (String level : List.of("0.1", "0.2")) {
            oneStep(
                    chart.line("after one step from flip " + level + ", N → ∞" + suffix),
                    cueOverlap(Double.parseDouble(level)));
        }
        for (String level : List.of("0", "0.1", "0.2")) {
            measured(chart, "hebbian", level, suffix);
        }
        legend();
        table();
        for (String rule : List.of("storkey", "projection")) {
            browser.select("theory-rule", rule);
            Drawn other = Drawn.of(browser, "theory");
            measured(other, rule, "0.1", suffix);
            assertThat(other.lines()).as("no curve of another rule").noneMatch(name -> name.startsWith("a"));
            assertThat((String) browser.run("return document.getElementById('theory-caption').textContent"))
                    .doesNotContain("Amit", "Hebbian")
                    .contains(rule.equals("storkey") ? "Storkey 1997" : "Personnaz");
        }
    }

    private static List<Double> point(Object point) {
        return ((List<?>) point)
                .stream().map(one -> ((Number) one).doubleValue()).toList();
    }

    private static void atRest(List<?> line) {
        assertThat(line).hasSizeGreaterThan(100);
        for (Object one : line.subList(1, line.size() - 2)) {
            List<Double> at = point(one);
            assertThat(at.get(1))
                    .isEqualTo(MeanField.retrievalOverlap(at.get(0)).orElseThrow(), within(1e-4));
        }
        assertThat(point(line.get(line.size() - 1))).isEqualTo(List.of(.137906, 0.0));
    }

    private static void oneStep(List<?> line, double overlap) {
        assertThat(line).hasSizeGreaterThan(100);
        for (Object one : line) {
            List<Double> at = point(one);
            assertThat(at.get(1)).isEqualTo(Erf.erf(overlap / Math.sqrt(2 * at.get(0))), within(1e-4));
        }
    }

    private double cueOverlap(double level) {
        List<Map<String, Object>> cells = cells("hebbian", level);
        double probes = cells.stream()
                .mapToDouble(cell -> CellMetrics.number(cell, "images"))
                .sum();
        return cells.stream()
                .mapToDouble(cell -> (2 * CellMetrics.number(cell, "inputSimilarity") - 1)
                        * CellMetrics.number(cell, "images")
                        / probes)
                .sum();
    }

    private List<Map<String, Object>> cells(String rule, double level) {
        return queries.cells().values().stream()
                .filter(cell -> cell.get("rule").equals(rule) && CellMetrics.number(cell, "level") == level)
                .sorted((a, b) -> Double.compare(CellMetrics.number(a, "load"), CellMetrics.number(b, "load")))
                .toList();
    }

    private void measured(Drawn chart, String rule, String level, String suffix) {
        DataFigures.same(
                "measured " + rule + " " + level,
                cells(rule, Double.parseDouble(level)).stream()
                        .map(cell -> List.of(CellMetrics.number(cell, "load"), CellMetrics.number(cell, "overlap")))
                        .toList(),
                chart.line("measured, flip " + level + suffix));
    }

    /** Measured overlaps, each with what theory says of its cues, and the two curves at its load. */
    private void table() {
        Map<?, ?> table = (Map<?, ?>) ((List<?>) browser.run(TableScripts.RULE_TABLES, "theories")).get(0);
        List<?> rows = (List<?>) table.get("rows");
        List<String> levels = List.of("0", "0.1", "0.2");
        assertThat(rows).hasSameSizeAs(cells("hebbian", 0));
        for (int k = 0; k < rows.size(); k++) {
            List<?> row = (List<?>) rows.get(k);
            double load = CellMetrics.number(cells("hebbian", 0).get(k), "load");
            for (int level = 0; level < levels.size(); level++) {
                Map<String, Object> cell =
                        cells("hebbian", Double.parseDouble(levels.get(level))).get(k);
                double overlap = CellMetrics.number(cell, "overlap");
                List<Double> interval = Shown.interval(
                        overlap, 2 * (Double) ((List<?>) cell.get("margins")).get(0), Shown.ends("overlap"));
                List<?> entry = (List<?>) row.get(level + 1);
                assertThat(row.get(0)).isEqualTo(String.valueOf(cell.get("patterns")));
                Shown.are("overlap", (String) entry.get(0), List.of(overlap), .000501);
                Shown.are(
                        "its interval, probes and one step",
                        ((String) entry.get(1)).replace("N → ∞", ""),
                        List.of(
                                interval.get(0),
                                interval.get(1),
                                CellMetrics.number(cell, "images"),
                                Erf.erf((2 * CellMetrics.number(cell, "inputSimilarity") - 1) / Math.sqrt(2 * load))),
                        .000501);
            }
            Shown.are(
                    "at rest",
                    (String) ((List<?>) row.get(4)).get(0),
                    List.of(MeanField.retrievalOverlap(load).orElseThrow()),
                    .000501);
            Shown.are(
                    "bit error",
                    (String) ((List<?>) row.get(5)).get(0),
                    List.of((1 - Erf.erf(1 / Math.sqrt(2 * load))) / 2),
                    .000501);
        }
    }

    /** A dotted curve has a dotted sign, in the colour of its points and of no other level. */
    private void legend() {
        List<?> signs = (List<?>)
                browser.run(
                        """
                        return [...document.querySelectorAll('#theory-legend li')].map(one => {
                          const sign = one.querySelector('span');
                          return one.textContent.slice(sign.textContent.length) + '|' + sign.style.getPropertyValue('--dashes') + '|' + sign.style.color;
                        });""");
        Map<String, String[]> byName = signs.stream()
                .map(sign -> ((String) sign).split("\\|"))
                .collect(java.util.stream.Collectors.toMap(sign -> sign[0], sign -> sign));
        String[] one = byName.get("after one step from flip 0.1, N → ∞");
        String[] other = byName.get("after one step from flip 0.2, N → ∞");
        assertThat(one[1]).isEqualTo(other[1]).isEqualTo("dotted");
        assertThat(one[2]).isNotEqualTo(other[2]);
        assertThat(one[2]).isEqualTo(byName.get("measured, flip 0.1")[2]);
    }
}
