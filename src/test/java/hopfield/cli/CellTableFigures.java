package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** The tables of all cells, of unstored probes and of classes, entry by entry beside what queries of the rows say. */
final class CellTableFigures {
    private static final List<String> RATES = List.of("restored", "identified", "exact", "improved");
    private static final List<String> MEANS =
            List.of("inputSimilarity", "similarity", "blankSimilarity", "overlap", "iou", "ssim");

    private final Browser browser;
    private final QueriedCells cells;

    CellTableFigures(Browser browser, QueriedCells cells) {
        this.browser = browser;
        this.cells = cells;
    }

    void areThoseOfTheRows() {
        List<?> tables = (List<?>) browser.run(TableScripts.TABLES);
        assertThat(tables).hasSameSizeAs(cells.names());
        for (int run = 0; run < tables.size(); run++) {
            List<Map<String, Object>> ofRun = cells.of(Map.of("run", run));
            List<?> rows = (List<?>) tables.get(run);
            assertThat(rows).hasSameSizeAs(ofRun);
            for (Map<String, Object> cell : ofRun) {
                isRow(row(rows, cell), cell, cells.queries(run).inTables(cell));
            }
        }
        unstored();
    }

    /** The row of a cell, by its first columns: rule, noise, level and load. */
    private static List<String> row(List<?> rows, Map<String, Object> cell) {
        List<Object> key = List.of(
                cell.get("rule"), cell.get("noise"), Shown.level(QueriedCells.level(cell)), "" + cell.get("patterns"));
        return rows.stream()
                .map(row -> ((List<?>) row).stream().map(String::valueOf).toList())
                .filter(row -> row.subList(0, 4).equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row is of " + key));
    }

    @SuppressWarnings("unchecked")
    private static List<Double> rate(Map<String, Object> cell, String name) {
        return (List<Double>) cell.get(name);
    }

    private static void isRow(List<String> row, Map<String, Object> cell, Map<String, Double> inTables) {
        String of = cell.get("rule") + " at P = " + cell.get("patterns") + ", " + cell.get("noise") + " "
                + cell.get("level") + ": ";
        Shown.are(of + "load", row.get(4), List.of(CellMetrics.number(cell, "load")), .0000501);
        Shown.are(of + "probes", row.get(5), List.of(CellMetrics.number(cell, "images")), 0);
        Shown.are(of + "stored", row.get(6), List.of(CellMetrics.number(cell, "stored")), 0);
        for (int k = 0; k < RATES.size(); k++) {
            Shown.isRate(of + RATES.get(k), row.get(7 + k), rate(cell, RATES.get(k)));
        }
        List<?> margins = (List<?>) cell.get("margins");
        Double similarity = (Double) margins.get(0);
        for (int k = 0; k < MEANS.size(); k++) {
            String name = MEANS.get(k);
            Double mean = name.equals("iou") ? inTables.get("iou") : (Double) cell.get(name);
            Double margin =
                    switch (name) {
                        case "similarity" -> similarity;
                        case "overlap" -> similarity == null ? null : Double.valueOf(2 * similarity);
                        case "ssim" -> (Double) margins.get(2);
                        default -> inTables.get(name + "Margin");
                    };
            if (mean == null) {
                assertThat(row.get(11 + k).strip()).as(of + name).isEqualTo("–");
            } else {
                Shown.isMean(of + name, row.get(11 + k), mean, margin, Shown.ends(name), .000501);
            }
        }
        Shown.isPsnr(of + "PSNR", row.get(17), CellMetrics.number(cell, "similarity"), similarity);
        Shown.isMean(
                of + "steps",
                row.get(18),
                CellMetrics.number(cell, "steps"),
                (Double) margins.get(3),
                Shown.ends("steps"),
                .0501);
        Shown.isRate(of + "converged", row.get(19), rate(cell, "converged"));
        assertThat(row.get(20)).as(of + "in bold").isEqualTo(String.valueOf(cell.get("suffices")));
    }

    private void unstored() {
        List<?> rows = (List<?>) browser.run(TableScripts.UNSTORED);
        List<Map<String, Object>> expected = cells.of(Map.of()).stream()
                .filter(cell -> cell.get("unstored") != null)
                .toList();
        assertThat(rows).hasSameSizeAs(expected);
        for (Map<String, Object> cell : expected) {
            List<String> row = row(rows, cell);
            Map<?, ?> unstored = (Map<?, ?>) cell.get("unstored");
            Map<String, Double> margins = cells.queries(QueriedCells.run(cell)).inTables(cell);
            Shown.are("unstored probes", row.get(4), List.of(((Long) unstored.get("probes")).doubleValue()), 0);
            Shown.isMean(
                    "cue of unstored probes",
                    row.get(5),
                    (Double) unstored.get("inputSimilarity"),
                    margins.get("unstoredInputSimilarityMargin"),
                    Shown.ends("similarity"),
                    .000501);
            Shown.isMean(
                    "similarity of unstored probes",
                    row.get(6),
                    (Double) unstored.get("similarity"),
                    margins.get("unstoredSimilarityMargin"),
                    Shown.ends("similarity"),
                    .000501);
            Shown.isRate("unstored improved", row.get(7), ofUnstored(unstored, "improved"));
            Shown.isRate("unstored same class", row.get(8), ofUnstored(unstored, "sameClass"));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Double> ofUnstored(Map<?, ?> unstored, String name) {
        return (List<Double>) unstored.get(name);
    }

    /** The table of classes, of every cell of a rule that can be chosen under the first noise kind. */
    void classesAreThoseOfTheRows(String rule) {
        browser.select("rule", rule);
        String noise = (String) browser.run("return document.getElementById('noise').value");
        List<?> options = (List<?>)
                browser.run("return [...document.getElementById('confusion-cell').options].map(one => one.value)");
        assertThat(options).isNotEmpty();
        for (Object option : options) {
            browser.select("confusion-cell", (String) option);
            String[] of = ((String) option).split(" ");
            Map<String, Object> cell = cells.of(Map.of(
                            "run", Double.valueOf(of[0]),
                            "rule", rule,
                            "noise", noise,
                            "patterns", Double.valueOf(of[1]),
                            "level", Double.valueOf(of[2])))
                    .get(0);
            List<?> shown = (List<?>) browser.run(TableScripts.CLASSES);
            List<?> classes = (List<?>) cell.get("classes");
            assertThat(shown).hasSameSizeAs(classes);
            for (int k = 0; k < classes.size(); k++) {
                isClass((List<?>) shown.get(k), (List<?>) classes.get(k));
            }
        }
    }

    private static void isClass(List<?> row, List<?> expected) {
        List<Double> numbers = expected.stream()
                .map(one -> one == null ? null : Double.valueOf(((Number) one).doubleValue()))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        String of = "class " + expected.get(0);
        assertThat(row.get(0)).isEqualTo(String.valueOf(expected.get(0)));
        Shown.are(of, (String) row.get(1), List.of(numbers.get(1)), 0);
        for (int k = 0; k < 3; k++) {
            double probes = numbers.get(1);
            double effective = numbers.size() > 7 ? numbers.get(7 + k) : probes;
            Shown.isRate(of, (String) row.get(2 + k), RateQueries.wilson(numbers.get(2 + k) / probes, effective));
        }
        Shown.isMean(
                of + " similarity",
                (String) row.get(5),
                numbers.get(5),
                numbers.get(6),
                Shown.ends("similarity"),
                .000501);
    }
}
