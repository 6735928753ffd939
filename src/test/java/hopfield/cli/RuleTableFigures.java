package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of capacity, of basins and of runs side by side, entry by entry beside what queries of the rows say. */
final class RuleTableFigures {
    private final Browser browser;
    private final QueriedCells cells;

    RuleTableFigures(Browser browser, QueriedCells cells) {
        this.browser = browser;
        this.cells = cells;
    }

    void areThoseOfTheRows() {
        Iterator<?> tables = ((List<?>) browser.run(TableScripts.RULE_TABLES, "numbers")).iterator();
        for (int run = 0; run < cells.names().size(); run++) {
            List<String> noises = cells.of(Map.of("run", run)).stream()
                    .map(cell -> (String) cell.get("noise"))
                    .distinct()
                    .sorted()
                    .toList();
            for (String noise : noises) {
                reach((Map<?, ?>) tables.next(), run, noise, "Capacity by level of ", "level", "patterns", .95);
            }
            for (String noise : noises) {
                reach(
                        (Map<?, ?>) tables.next(),
                        run,
                        noise,
                        "Basin of attraction by load: level of ",
                        "patterns",
                        "level",
                        .9);
            }
            BaselineFigures baseline = new BaselineFigures(cells.of(Map.of("run", run)));
            for (String noise : baseline.exists() ? noises : List.<String>of()) {
                baseline.isTable((Map<?, ?>) tables.next(), noise);
            }
        }
        assertThat(tables.hasNext()).as("tables beyond those queried").isFalse();
        comparison();
    }

    private void reach(
            Map<?, ?> table, int run, String noise, String caption, String byName, String alongName, double required) {
        List<Map<String, Object>> shown = cells.of(Map.of("run", run, "noise", noise));
        List<Object> columns =
                shown.stream().map(cell -> cell.get(byName)).distinct().sorted().toList();
        assertThat((String) table.get("caption")).startsWith(caption + noise + " noise");
        assertThat(table.get("columns"))
                .isEqualTo(columns.stream().map(RuleTableFigures::text).toList());
        assertThat(names(table))
                .containsExactlyInAnyOrderElementsOf(shown.stream()
                        .map(cell -> (String) cell.get("rule"))
                        .distinct()
                        .toList());
        for (Object row : (List<?>) table.get("rows")) {
            String rule = (String) ((List<?>) row).get(0);
            for (int k = 0; k < columns.size(); k++) {
                Map<String, Object> reach = cells.queries(run)
                        .reach(byName, columns.get(k), alongName, Map.of("rule", rule, "noise", noise), required);
                List<?> entry = (List<?>) ((List<?>) row).get(k + 1);
                String as = caption + noise + " of " + rule + " at " + columns.get(k);
                Object reached = reach.get(alongName);
                if (reached == null) {
                    assertThat(entry).as(as).isEqualTo(List.of("none", "", false));
                } else {
                    assertThat(entry.get(0))
                            .as(as)
                            .isEqualTo(((Boolean) reach.get("bounded") ? "" : "≥\u00a0") + text(reached));
                    assertThat(entry.get(2)).as(as).isEqualTo(true);
                    Map<String, Object> cell = cells.of(Map.of(
                                    "run",
                                    run,
                                    "rule",
                                    rule,
                                    "noise",
                                    noise,
                                    byName,
                                    columns.get(k),
                                    alongName,
                                    reached))
                            .get(0);
                    Shown.isRate(as, (String) entry.get(1), restored(cell));
                }
            }
        }
    }

    private static List<String> names(Map<?, ?> table) {
        return ((List<?>) table.get("rows"))
                .stream().map(row -> (String) ((List<?>) row).get(0)).toList();
    }

    private static String text(Object number) {
        return Shown.level(((Number) number).doubleValue());
    }

    @SuppressWarnings("unchecked")
    static List<Double> restored(Map<String, Object> cell) {
        return (List<Double>) cell.get("restored");
    }

    /** A row for each cell that two runs have, a column for each run. */
    private void comparison() {
        List<?> tables = (List<?>) browser.run(TableScripts.RULE_TABLES, "comparison");
        assertThat(tables).hasSize(cells.names().size() > 1 ? 1 : 0);
        for (Object table : tables) {
            Function<Map<String, Object>, String> name = cell -> cell.get("rule") + ", P\u00a0=\u00a0"
                    + cell.get("patterns") + ", " + cell.get("noise") + " " + Shown.level(QueriedCells.level(cell));
            List<String> all = cells.of(Map.of()).stream().map(name).toList();
            List<String> common = all.stream()
                    .filter(one -> all.indexOf(one) != all.lastIndexOf(one))
                    .distinct()
                    .toList();
            assertThat(common).isNotEmpty();
            assertThat(((Map<?, ?>) table).get("columns")).isEqualTo(cells.names());
            assertThat(names((Map<?, ?>) table)).containsExactlyInAnyOrderElementsOf(common);
            for (Object row : (List<?>) ((Map<?, ?>) table).get("rows")) {
                compared((List<?>) row, name);
            }
        }
    }

    private void compared(List<?> row, Function<Map<String, Object>, String> name) {
        List<List<Double>> rates = new ArrayList<>();
        for (int run = 0; run < cells.names().size(); run++) {
            rates.add(cells.of(Map.of("run", run)).stream()
                    .filter(cell -> name.apply(cell).equals(row.get(0)))
                    .map(RuleTableFigures::restored)
                    .findFirst()
                    .orElse(null));
        }
        for (int run = 0; run < rates.size(); run++) {
            List<Double> rate = rates.get(run);
            List<?> entry = (List<?>) row.get(run + 1);
            if (rate == null) {
                assertThat(entry).isEqualTo(List.of("–", "not measured", false));
            } else {
                Shown.isRate(row.get(0) + " of " + cells.names().get(run), entry.get(0) + " " + entry.get(1), rate);
                assertThat(entry.get(2))
                        .as(row.get(0) + ": marked where it lies above all others")
                        .isEqualTo(rates.stream()
                                .allMatch(other -> other == null || other == rate || rate.get(1) > other.get(2)));
            }
        }
    }
}
