package hopfield.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The cells of the runs of one page, as queries of their rows have them; each has its run. */
final class QueriedCells {
    private final List<String> names;
    private final List<CellQueries> queries;
    private final List<Map<String, Object>> all = new ArrayList<>();

    /** @param names of the page's runs, which queries answer in their order */
    QueriedCells(List<String> names, List<CellQueries> queries) {
        this.names = names;
        this.queries = queries;
        for (int run = 0; run < names.size(); run++) {
            for (Map<String, Object> cell : queries.get(run).cells().values()) {
                Map<String, Object> named = new LinkedHashMap<>(cell);
                named.put("run", run);
                all.add(named);
            }
        }
    }

    List<String> names() {
        return names;
    }

    CellQueries queries(int run) {
        return queries.get(run);
    }

    /** How a line of a run ends. */
    String suffix(int run) {
        return names.size() > 1 ? ", " + names.get(run) : "";
    }

    static int run(Map<String, Object> cell) {
        return (Integer) cell.get("run");
    }

    List<String> distinct(String name) {
        return all.stream().map(cell -> (String) cell.get(name)).distinct().toList();
    }

    /** The cells that have these values. */
    List<Map<String, Object>> of(Map<String, Object> fixed) {
        return all.stream()
                .filter(cell -> fixed.entrySet().stream()
                        .allMatch(one -> one.getValue() instanceof Number number
                                ? number.doubleValue() == CellMetrics.number(cell, one.getKey())
                                : one.getValue().equals(cell.get(one.getKey()))))
                .toList();
    }

    List<Integer> runsUnder(String noise) {
        return of(Map.of("noise", noise)).stream()
                .map(QueriedCells::run)
                .distinct()
                .toList();
    }

    static double level(Map<String, Object> cell) {
        return CellMetrics.number(cell, "level");
    }

    static double logLoad(Map<String, Object> cell) {
        return Math.log10(CellMetrics.number(cell, "patterns"));
    }

    /** Distinct values, ascending. */
    static List<Double> axis(List<Map<String, Object>> cells, String name) {
        return List.copyOf(new TreeSet<>(
                cells.stream().map(cell -> CellMetrics.number(cell, name)).toList()));
    }
}
