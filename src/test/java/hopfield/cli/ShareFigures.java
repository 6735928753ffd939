package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares of final states and of classes as they are drawn, and with their intervals as they are saved, beside queries of the rows. */
final class ShareFigures {
    /** What the CSV button of a chart saves. */
    private static final String CSV =
            """
            const click = HTMLAnchorElement.prototype.click;
            let address = '';
            HTMLAnchorElement.prototype.click = function () { address = this.href; };
            document.querySelector(`.downloads[data-chart="${arguments[0]}"] button`).click();
            HTMLAnchorElement.prototype.click = click;
            return decodeURIComponent(address.slice(address.indexOf(',') + 1));""";

    private static final List<String> STATES = List.of("original", "inverse", "another stored", "blank", "mixture");

    private final Browser browser;
    private final QueriedCells cells;
    private final String rule;
    private final String noise;

    ShareFigures(Browser browser, QueriedCells cells, String rule, String noise) {
        this.browser = browser;
        this.cells = cells;
        this.rule = rule;
        this.noise = noise;
    }

    void areThoseOfTheRows() {
        finalStates();
        confusion();
    }

    private List<Map<String, String>> csv(String chart) {
        String[] lines = ((String) browser.run(CSV, chart)).strip().split("\n");
        List<String> names = Arrays.asList(lines[0].split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            Map<String, String> row = new LinkedHashMap<>();
            String[] values = line.split(",", -1);
            names.forEach(name -> row.put(name, values[names.indexOf(name)]));
            rows.add(row);
        }
        return rows;
    }

    private static void isShare(String as, Map<String, String> row, List<String> names, List<Double> expected) {
        for (int k = 0; k < 3; k++) {
            assertThat(Double.parseDouble(row.get(names.get(k))))
                    .as(as + ", " + names.get(k))
                    .isEqualTo(expected.get(k), within(3e-6));
        }
    }

    private static double number(List<?> list, int k) {
        return ((Number) list.get(k)).doubleValue();
    }

    private void finalStates() {
        String[] view = ((String) browser.run("return document.getElementById('became-view').value")).split(" ");
        boolean byLoad = view[0].equals("level");
        List<Map<String, Object>> bars = LineFigures.ascending(
                cells.of(Map.of("rule", rule, "noise", noise, byLoad ? "level" : "patterns", Double.valueOf(view[1]))),
                cell -> CellMetrics.number(cell, byLoad ? "patterns" : "level"));
        Drawn drawn = Drawn.of(browser, "became");
        List<Map<String, String>> saved = csv("became");
        assertThat(saved).hasSameSizeAs(bars);
        for (int k = 0; k < STATES.size(); k++) {
            String state = STATES.get(k);
            List<Double> heights = new ArrayList<>();
            for (int bar = 0; bar < bars.size(); bar++) {
                List<?> became = (List<?>) bars.get(bar).get("became");
                double stored = CellMetrics.number(bars.get(bar), "stored");
                double effective = became.size() > STATES.size() ? number(became, STATES.size() + k) : stored;
                heights.add(number(became, k) / stored);
                assertThat(saved.get(bar)).containsEntry(state, String.valueOf(became.get(k)));
                isShare(
                        rule + " became " + state,
                        saved.get(bar),
                        List.of(state + " share", state + " low", state + " high"),
                        RateQueries.wilson(number(became, k) / stored, effective));
            }
            DataFigures.same("became " + state, heights, drawn.heights(state));
        }
    }

    private void confusion() {
        String chosen = (String) browser.run("return document.getElementById('confusion-cell').value");
        if (chosen.isEmpty()) {
            return; // random patterns have no classes
        }
        String[] of = chosen.split(" ");
        Map<String, Object> fixed = new LinkedHashMap<>(Map.of("rule", rule, "noise", noise));
        fixed.put("run", Double.valueOf(of[0]));
        fixed.put("patterns", Double.valueOf(of[1]));
        fixed.put("level", Double.valueOf(of[2]));
        List<?> entries = (List<?>) cells.of(fixed).get(0).get("confusion");
        Drawn drawn = Drawn.of(browser, "confusion");
        List<Map<String, String>> saved = csv("confusion");
        assertThat(drawn.points("")).hasSameSizeAs(entries);
        assertThat(saved).hasSameSizeAs(entries);
        for (int k = 0; k < entries.size(); k++) {
            List<?> entry = (List<?>) entries.get(k);
            double total = entries.stream()
                    .map(one -> (List<?>) one)
                    .filter(one -> one.get(0).equals(entry.get(0)))
                    .mapToDouble(one -> number(one, 2))
                    .sum();
            double share = number(entry, 2) / total;
            Drawn.Point point = drawn.points("").get(k);
            assertThat(drawn.ticks("y").get((int) point.y())).isEqualTo(number(entry, 0));
            assertThat(drawn.ticks("x").get((int) point.x())).isEqualTo(number(entry, 1));
            assertThat(point.value()).isEqualTo(share, within(1e-9));
            assertThat(Double.parseDouble(point.label())).isEqualTo(100 * share, within(.50001));
            assertThat(saved.get(k))
                    .containsEntry("class", String.valueOf(entry.get(0)))
                    .containsEntry("nearest", String.valueOf(entry.get(1)))
                    .containsEntry("count", String.valueOf(entry.get(2)));
            isShare(
                    rule + " of class " + entry.get(0) + " taken for " + entry.get(1),
                    saved.get(k),
                    List.of("share", "low", "high"),
                    RateQueries.wilson(share, entry.size() > 3 ? number(entry, 3) : total));
        }
    }
}
