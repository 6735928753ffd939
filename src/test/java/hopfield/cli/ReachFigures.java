package hopfield.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The charts of capacity and basin, beside what queries of the rows say. */
final class ReachFigures {
    private final Browser browser;
    private final QueriedCells cells;

    ReachFigures(Browser browser, QueriedCells cells) {
        this.browser = browser;
        this.cells = cells;
    }

    void areThoseOfTheRows(String noise) {
        reach(noise, "capacity", "level", "patterns", .95);
        reach(noise, "basin", "patterns", "level", .9);
    }

    private void reach(String noise, String chart, String byName, String alongName, double required) {
        Drawn drawn = Drawn.of(browser, chart);
        for (int run : cells.runsUnder(noise)) {
            for (String rule : cells.distinct("rule")) {
                List<List<Double>> expected = new ArrayList<>();
                for (Object by : cells.of(Map.of("run", run, "rule", rule, "noise", noise)).stream()
                        .map(cell -> cell.get(byName))
                        .distinct()
                        .sorted()
                        .toList()) {
                    Object along = cells.queries(run)
                            .reach(byName, by, alongName, Map.of("rule", rule, "noise", noise), required)
                            .get(alongName);
                    expected.add(Arrays.asList(logOf(byName, by), logOf(alongName, along)));
                }
                if (!expected.isEmpty()) {
                    DataFigures.same(chart + " of " + rule, expected, drawn.line(rule + cells.suffix(run)));
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
}
