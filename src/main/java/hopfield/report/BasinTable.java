package hopfield.report;

import hopfield.metric.Cell;
import java.util.List;

/** Basins of attraction under each noise kind: a row per rule, a column per load. */
final class BasinTable {
    private BasinTable() {}

    /** One table per noise kind, in the order of the cells. */
    static List<RuleTable> of(List<Cell> cells) {
        List<Basin> basins = Basin.of(cells);
        return cells.stream()
                .map(Cell::noise)
                .distinct()
                .map(noise -> table(
                        noise,
                        basins.stream()
                                .filter(basin -> basin.noise().equals(noise))
                                .toList()))
                .toList();
    }

    private static RuleTable table(String noise, List<Basin> basins) {
        List<Integer> loads =
                basins.stream().map(Basin::patterns).distinct().sorted().toList();
        List<RuleTable.Row> rows = basins.stream()
                .map(Basin::rule)
                .distinct()
                .map(rule -> new RuleTable.Row(
                        rule,
                        loads.stream().map(load -> entry(basins, rule, load)).toList()))
                .toList();
        return new RuleTable(
                "Basin of attraction by load: level of " + noise + " noise",
                "P",
                loads.stream().map(Numbers::count).toList(),
                rows);
    }

    private static RuleTable.Entry entry(List<Basin> basins, String rule, int load) {
        return basins.stream()
                .filter(basin -> basin.patterns() == load && basin.rule().equals(rule))
                .findFirst()
                .map(Basin::entry)
                .orElse(RuleTable.Entry.unknown("not measured"));
    }
}
