package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares of final states and of classes as they are drawn, and with their intervals as they are saved, beside queries of the rows. */
final class ShareFigures {
    private static final List<String> STATES = List.of("original", "inverse", "another stored", "blank", "mixture");
    private static final List<String> RATES = List.of("restored", "identified", "exact");

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
        Map<String, Object> chosen = chosen();
        if (chosen != null) {
            confusion((List<?>) chosen.get("confusion"));
            classes((List<?>) chosen.get("classes"));
        }
    }

    /** The cell whose classes are shown; none of random patterns, which have no classes. */
    private Map<String, Object> chosen() {
        String chosen = (String) browser.run("return document.getElementById('confusion-cell').value");
        if (chosen.isEmpty()) {
            return null;
        }
        String[] of = chosen.split(" ");
        Map<String, Object> fixed = new LinkedHashMap<>(Map.of("rule", rule, "noise", noise));
        fixed.put("run", Double.valueOf(of[0]));
        fixed.put("patterns", Double.valueOf(of[1]));
        fixed.put("level", Double.valueOf(of[2]));
        return cells.of(fixed).get(0);
    }

    private static void isShare(String as, Map<String, String> row, List<String> names, List<Double> expected) {
        for (int k = 0; k < names.size(); k++) {
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
        List<Map<String, String>> saved = SavedRows.of(browser, "became");
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

    private void confusion(List<?> entries) {
        Drawn drawn = Drawn.of(browser, "confusion");
        List<Map<String, String>> saved = SavedRows.of(browser, "confusion");
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

    private void classes(List<?> classes) {
        List<Map<String, String>> saved = SavedRows.of(browser, "classes");
        assertThat(saved).hasSameSizeAs(classes);
        for (int k = 0; k < classes.size(); k++) {
            List<?> one = (List<?>) classes.get(k);
            double probes = number(one, 1);
            assertThat(saved.get(k))
                    .containsEntry("class", String.valueOf(one.get(0)))
                    .containsEntry("probes", String.valueOf(one.get(1)));
            for (int rate = 0; rate < RATES.size(); rate++) {
                String name = RATES.get(rate);
                isShare(
                        name + " of class " + one.get(0),
                        saved.get(k),
                        List.of(name, name + " low", name + " high"),
                        RateQueries.wilson(
                                number(one, 2 + rate) / probes, one.size() > 7 ? number(one, 7 + rate) : probes));
            }
            List<Double> similarity = new ArrayList<>(List.of(number(one, 5)));
            if (one.get(6) != null) {
                similarity.addAll(Shown.interval(number(one, 5), number(one, 6), Shown.ends("similarity")));
            }
            List<String> names = List.of("similarity", "similarity low", "similarity high");
            isShare("similarity of class " + one.get(0), saved.get(k), names.subList(0, similarity.size()), similarity);
        }
    }
}
