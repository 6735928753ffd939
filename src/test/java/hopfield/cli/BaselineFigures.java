package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run says of the nearest-pattern baseline, beside Newcombe's interval of the difference of two rates (1998, method 10), written
 * down from the queried rates.
 *
 * @param cells those of the run
 */
record BaselineFigures(List<Map<String, Object>> cells) {
    boolean exists() {
        return cells.stream().anyMatch(cell -> cell.get("rule").equals("nearest"));
    }

    private String verdict(Map<String, Object> cell) {
        List<Double> a = RuleTableFigures.restored(cell);
        List<Double> b = cells.stream()
                .filter(one -> one.get("rule").equals("nearest")
                        && List.of("patterns", "noise", "level").stream()
                                .allMatch(name -> one.get(name).equals(cell.get(name))))
                .map(RuleTableFigures::restored)
                .findFirst()
                .orElseThrow();
        double difference = a.get(0) - b.get(0);
        double down = Math.sqrt(Math.pow(a.get(0) - a.get(1), 2) + Math.pow(b.get(2) - b.get(0), 2));
        double up = Math.sqrt(Math.pow(a.get(2) - a.get(0), 2) + Math.pow(b.get(0) - b.get(1), 2));
        return difference - down > 0 ? "above" : difference + up < 0 ? "below" : "level";
    }

    private List<Map<String, Object>> of(String rule) {
        return cells.stream().filter(cell -> cell.get("rule").equals(rule)).toList();
    }

    private static String loads(List<Map<String, Object>> all, List<Map<String, Object>> some) {
        return all.size() > 2 && some.size() == all.size()
                ? "all"
                : some.stream()
                        .map(cell -> (Integer) cell.get("patterns"))
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }

    void isTable(Map<?, ?> table, String noise) {
        assertThat((String) table.get("caption")).endsWith("baseline, by level of " + noise + " noise");
        assertThat((List<?>) table.get("rows")).isNotEmpty();
        List<?> columns = (List<?>) table.get("columns");
        for (Object row : (List<?>) table.get("rows")) {
            String rule = (String) ((List<?>) row).get(0);
            for (int k = 0; k < columns.size(); k++) {
                double level = Double.parseDouble((String) columns.get(k));
                List<Map<String, Object>> all = of(rule).stream()
                        .filter(cell -> cell.get("noise").equals(noise) && QueriedCells.level(cell) == level)
                        .toList();
                Map<String, List<Map<String, Object>>> by = all.stream().collect(Collectors.groupingBy(this::verdict));
                List<?> entry = (List<?>) ((List<?>) row).get(k + 1);
                String above = loads(all, by.getOrDefault("above", List.of()));
                String others = List.of("level", "below").stream()
                        .filter(by::containsKey)
                        .map(verdict -> verdict + ": " + loads(all, by.get(verdict)))
                        .collect(Collectors.joining("; "));
                assertThat(entry)
                        .as(rule + " beside nearest at " + noise + " " + level)
                        .isEqualTo(
                                List.of(above.isEmpty() ? "none" : "P\u00a0=\u00a0" + above, others, !above.isEmpty()));
            }
        }
    }

    /** The sentence of a rule. */
    String sentence(String rule) {
        Map<String, Long> counts =
                of(rule).stream().collect(Collectors.groupingBy(this::verdict, Collectors.counting()));
        return rule + (counts.containsKey("above") ? " beats" : " never beats")
                + " the nearest-pattern baseline: its restored rate lies above in " + counts.getOrDefault("above", 0L)
                + ", level in " + counts.getOrDefault("level", 0L) + " and below in " + counts.getOrDefault("below", 0L)
                + " of " + of(rule).size() + " cells.";
    }
}
