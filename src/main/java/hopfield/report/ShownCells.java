package hopfield.report;

import static java.util.stream.Collectors.toCollection;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The cells of a run that its charts draw: all; or, where these are too many, those of some loads and some levels of each noise
 * kind, evenly apart, the first and the last among them. So every rule and noise kind is there in its whole range.
 *
 * @param cells those drawn, in their order
 * @param of how many the run has
 */
record ShownCells(List<Cell> cells, int of) {
    /** At most so many, but for grids of hardly any loads and levels. */
    static ShownCells of(List<Cell> all, int most) {
        TreeSet<Integer> loads = all.stream().map(Cell::patterns).collect(toCollection(TreeSet::new));
        Map<String, TreeSet<Double>> levels = new LinkedHashMap<>();
        all.forEach(cell ->
                levels.computeIfAbsent(cell.noise(), kind -> new TreeSet<>()).add(cell.level()));
        List<Cell> shown = all;
        while (shown.size() > most) {
            TreeSet<Double> longest = levels.values().stream()
                    .reduce((a, b) -> b.size() > a.size() ? b : a)
                    .orElseThrow();
            if (Math.max(loads.size(), longest.size()) <= 2) {
                break;
            }
            if (loads.size() >= longest.size()) {
                thin(loads);
            } else {
                thin(longest);
            }
            shown = shown.stream()
                    .filter(cell -> loads.contains(cell.patterns())
                            && levels.get(cell.noise()).contains(cell.level()))
                    .toList();
        }
        return new ShownCells(shown, all.size());
    }

    /** Leaves every second value, and the last. */
    private static <T extends Comparable<T>> void thin(TreeSet<T> values) {
        List<T> all = new ArrayList<>(values);
        values.retainAll(IntStream.range(0, all.size())
                .filter(k -> k % 2 == 0 || k == all.size() - 1)
                .mapToObj(all::get)
                .toList());
    }

    /** Whether a load is drawn. */
    boolean hasLoad(int patterns) {
        return cells.stream().anyMatch(cell -> cell.patterns() == patterns);
    }

    /** Whether a level of a noise kind is drawn. */
    boolean hasLevel(String noise, double level) {
        return cells.stream().anyMatch(cell -> cell.noise().equals(noise) && cell.level() == level);
    }

    /** A note on the cells that are not drawn; empty where all are. */
    List<String> notes(String name) {
        return cells.size() == of
                ? List.of()
                : List.of((name.isEmpty() ? "" : name + ": ") + "charts draw " + Numbers.count(cells.size()) + " of "
                        + Numbers.count(of)
                        + " cells, those of some loads and levels evenly apart, the first and the last among them. All"
                        + " are in capacity.csv and capacity.parquet, and answers and tables of capacity are of all.");
    }
}
