package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data that the charts of a page read, beside what queries of the rows say. */
final class DataFigures {
    private final Browser browser;
    private final CellQueries queries;
    private final int run;

    /** @param run which of the page's */
    DataFigures(Browser browser, CellQueries queries, int run) {
        this.browser = browser;
        this.queries = queries;
        this.run = run;
    }

    /** All that the charts read: every field of every cell, the capacities and the basins. */
    void areThoseOfTheRows() {
        Map<?, ?> data = (Map<?, ?>) browser.run("return JSON.parse(document.getElementById('data').textContent)");
        Map<?, ?> table = (Map<?, ?>) data.get("cells");
        List<?> names = (List<?>) table.get("names");
        List<?> rows = ((List<?>) table.get("rows"))
                .stream()
                        .filter(row -> ((List<?>) row).get(0).equals((long) run))
                        .toList();
        assertThat(rows).hasSameSizeAs(queries.cells().keySet());
        for (Object row : rows) {
            Map<String, Object> read = new LinkedHashMap<>();
            names.forEach(name -> read.put((String) name, ((List<?>) row).get(names.indexOf(name))));
            Map<String, Object> cell = cell(read);
            assertThat(read.remove("run")).isEqualTo((long) run);
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
                .filter(cell -> CellMetrics.number(cell, "patterns") == CellMetrics.number(read, "patterns")
                        && CellMetrics.number(cell, "level") == CellMetrics.number(read, "level"))
                .findFirst()
                .orElseThrow();
    }

    private void reaches(List<?> all, String byName, String alongName, double required) {
        List<?> reaches = all.stream()
                .filter(reach -> ((Map<?, ?>) reach).get("run").equals((long) run))
                .toList();
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
            expected.put("run", run);
            same(expected.toString(), expected, reach);
        }
    }

    /** The same tree, numbers to the six digits that the page has. */
    static void same(String where, Object expected, Object read) {
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
}
