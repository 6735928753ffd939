package hopfield.report;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Capacities under one noise kind: a row per rule, a column per level.
 *
 * @param noise the noise kind
 * @param levels the columns' heads
 * @param rows one per rule
 */
record CapacityTable(String noise, List<String> levels, List<Row> rows) {
    /** A rule and its entries, one per level. */
    record Row(String rule, List<Entry> entries) {}

    /**
     * A capacity.
     *
     * @param load e.g. P = 5, or none, or a dash where nothing is known
     * @param rate the share restored there, with its interval; may be empty
     * @param reached whether there is a capacity
     */
    record Entry(String load, String rate, boolean reached) {
        private static Entry of(Capacity capacity) {
            if (capacity.measured() == 0) {
                return new Entry(Numbers.DASH, "no stored probes", false);
            }
            return capacity.reached()
                    .map(cell -> new Entry(
                            (capacity.bounded() ? "" : "≥\u00a0") + cell.patterns(),
                            Numbers.rate(cell.restored()),
                            true))
                    .orElse(new Entry("none", "", false));
        }
    }

    /** One table per noise kind, in the order of the cells. */
    static List<CapacityTable> of(List<Cell> cells) {
        Map<String, Map<String, Map<Double, Capacity>>> byNoise = new LinkedHashMap<>();
        for (Capacity capacity : Capacity.of(cells)) {
            byNoise.computeIfAbsent(capacity.noise(), noise -> new LinkedHashMap<>())
                    .computeIfAbsent(capacity.rule(), rule -> new LinkedHashMap<>())
                    .put(capacity.level(), capacity);
        }
        List<CapacityTable> tables = new ArrayList<>();
        byNoise.forEach((noise, byRule) -> tables.add(table(noise, byRule)));
        return tables;
    }

    private static CapacityTable table(String noise, Map<String, Map<Double, Capacity>> byRule) {
        List<Double> levels = byRule.values().stream()
                .flatMap(byLevel -> byLevel.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<Row> rows = new ArrayList<>();
        byRule.forEach((rule, byLevel) -> rows.add(new Row(
                rule,
                levels.stream()
                        .map(level -> byLevel.containsKey(level)
                                ? Entry.of(byLevel.get(level))
                                : new Entry(Numbers.DASH, "not measured", false))
                        .toList())));
        return new CapacityTable(noise, levels.stream().map(Numbers::level).toList(), rows);
    }
}
