package hopfield.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.metric.Cell;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The basin of attraction of a rule at one load: the largest noise level such that at it and at every lower measured level at
 * least {@value #REQUIRED} of the stored patterns are restored. Of flips this is the distance from which they are recalled
 * (Hopfield 1982, Proceedings of the National Academy of Sciences 79, 2554).
 *
 * @param rule the learning rule
 * @param noise the noise kind
 * @param patterns P
 * @param reached the cell at the basin's edge; empty where even the lowest measured level is too noisy
 * @param measured levels with stored probes; with none of them nothing is known
 * @param bounded whether a higher measured level falls short: if not, the true basin may be wider
 */
record Basin(String rule, String noise, int patterns, Optional<Cell> reached, int measured, boolean bounded) {
    /** The share of stored patterns that must be restored. */
    static final double REQUIRED = 0.9;

    /** One basin per rule, noise kind and load: rules and kinds in the order of the cells, loads ascending. */
    static List<Basin> of(List<Cell> cells) {
        record Key(String rule, String noise, int patterns) {}
        List<Cell> ascending = cells.stream()
                .sorted(Comparator.comparingInt(Cell::patterns).thenComparingDouble(Cell::level))
                .toList();
        List<List<String>> order = cells.stream()
                .map(cell -> List.of(cell.rule(), cell.noise()))
                .distinct()
                .toList();
        return ascending.stream()
                .collect(groupingBy(
                        cell -> new Key(cell.rule(), cell.noise(), cell.patterns()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(Basin::ofAscendingLevels)
                .sorted(Comparator.comparingInt(basin -> order.indexOf(List.of(basin.rule(), basin.noise()))))
                .toList();
    }

    private static Basin ofAscendingLevels(List<Cell> cells) {
        List<Cell> measured = cells.stream().filter(cell -> cell.stored() > 0).toList();
        List<Cell> passed = measured.stream()
                .takeWhile(cell -> cell.restored().value() >= REQUIRED)
                .toList();
        Optional<Cell> edge = passed.isEmpty() ? Optional.empty() : Optional.of(passed.get(passed.size() - 1));
        Cell any = cells.get(0);
        return new Basin(
                any.rule(), any.noise(), any.patterns(), edge, measured.size(), passed.size() < measured.size());
    }

    /** The edge as the table shows it. */
    RuleTable.Entry entry() {
        if (measured == 0) {
            return RuleTable.Entry.unknown("no stored probes");
        }
        return reached.map(cell -> new RuleTable.Entry(
                        (bounded ? "" : "≥\u00a0") + Numbers.level(cell.level()), Numbers.rate(cell.restored()), true))
                .orElse(new RuleTable.Entry("none", "", false));
    }
}
