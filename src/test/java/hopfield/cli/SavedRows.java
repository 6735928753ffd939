package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** What the CSV button of a chart saves. */
final class SavedRows {
    private static final String CSV =
            """
            const click = HTMLAnchorElement.prototype.click;
            let address = '';
            HTMLAnchorElement.prototype.click = function () { address = this.href; };
            document.querySelector(`.downloads[data-chart="${arguments[0]}"] button`).click();
            HTMLAnchorElement.prototype.click = click;
            return decodeURIComponent(address.slice(address.indexOf(',') + 1));""";

    /** A comma that stands in no quotes. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private SavedRows() {}

    private static String[] values(String line) {
        return Arrays.stream(COMMA.split(line, -1))
                .map(value -> value.replaceAll("^\"|\"$", ""))
                .toArray(String[]::new);
    }

    /** Values by the names of their columns. */
    static List<Map<String, String>> of(Browser browser, String chart) {
        String[] lines = ((String) browser.run(CSV, chart)).strip().split("\n");
        List<String> names = Arrays.asList(values(lines[0]));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            Map<String, String> row = new LinkedHashMap<>();
            String[] values = values(line);
            names.forEach(name -> row.put(name, values[names.indexOf(name)]));
            rows.add(row);
        }
        return rows;
    }

    /** A line's rows are those of its cells that have the metric, each with its band. */
    static void areCells(
            List<Map<String, String>> rows,
            String line,
            List<Map<String, Object>> cells,
            String metric,
            ToDoubleFunction<Map<String, Object>> x) {
        List<Map<String, String>> own =
                rows.stream().filter(row -> row.get("line").equals(line)).toList();
        List<Map<String, Object>> known = LineFigures.ascending(cells, x).stream()
                .filter(cell -> CellMetrics.value(metric, cell) != null)
                .toList();
        assertThat(own).as(line).hasSameSizeAs(known);
        for (int k = 0; k < own.size(); k++) {
            Map<String, Object> cell = known.get(k);
            assertThat(own.get(k))
                    .containsEntry("rule", (String) cell.get("rule"))
                    .containsEntry("patterns", String.valueOf(cell.get("patterns")))
                    .containsEntry("noise", (String) cell.get("noise"))
                    .containsEntry("level", Shown.level(QueriedCells.level(cell)));
            is(line + " " + metric, own.get(k).get("value"), CellMetrics.value(metric, cell));
            List<Double> band = CellMetrics.band(metric, cell);
            is(line + " low", own.get(k).get("low"), band == null ? null : band.get(0));
            is(line + " high", own.get(k).get("high"), band == null ? null : band.get(1));
        }
    }

    private static void is(String as, String text, Double expected) {
        if (expected == null) {
            assertThat(text).as(as).isEmpty();
        } else {
            assertThat(Double.parseDouble(text)).as(as).isEqualTo(expected, within(1e-5 * Math.abs(expected) + 3e-6));
        }
    }
}
