package hopfield.report;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Capacities under each noise kind: a row per rule, a column per level. */
final class CapacityTable {
    private CapacityTable() {}

    /** One table per noise kind, in the order of the cells. */
    static List<RuleTable> of(List<Cell> cells) {
        Map<String, Map<String, Map<Double, Capacity>>> byNoise = new LinkedHashMap<>();
        for (Capacity capacity : Capacity.of(cells)) {
            byNoise.computeIfAbsent(capacity.noise(), noise -> new LinkedHashMap<>())
                    .computeIfAbsent(capacity.rule(), rule -> new LinkedHashMap<>())
                    .put(capacity.level(), capacity);
        }
        List<RuleTable> tables = new ArrayList<>();
        byNoise.forEach((noise, byRule) -> tables.add(table(noise, byRule)));
        return tables;
    }

    private static RuleTable table(String noise, Map<String, Map<Double, Capacity>> byRule) {
        List<Double> levels = byRule.values().stream()
                .flatMap(byLevel -> byLevel.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<RuleTable.Row> rows = new ArrayList<>();
        byRule.forEach((rule, byLevel) -> rows.add(new RuleTable.Row(
                rule,
                levels.stream()
                        .map(level -> byLevel.containsKey(level)
                                ? entry(byLevel.get(level))
                                : RuleTable.Entry.unknown("not measured"))
                        .toList())));
        return new RuleTable(
                "Capacity by level of " + noise + " noise",
                noise,
                levels.stream().map(Numbers::level).toList(),
                rows);
    }

    private static RuleTable.Entry entry(Capacity capacity) {
        if (capacity.measured() == 0) {
            return RuleTable.Entry.unknown("no stored probes");
        }
        return capacity.reached()
                .map(cell -> new RuleTable.Entry(
                        (capacity.bounded() ? "" : "≥\u00a0") + cell.patterns(), Numbers.rate(cell.restored()), true))
                .orElse(new RuleTable.Entry("none", "", false));
    }
}
