package hopfield.report;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.metric.Cell;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The capacity of a rule at one noise level: the largest load P such that it and every smaller measured load has at least
 * {@value #REQUIRED} of its stored patterns restored. A load none of whose stored patterns was probed is not measured.
 *
 * @param rule the learning rule
 * @param noise the noise kind
 * @param level the noise level
 * @param reached the cell at capacity; empty where even the smallest measured load falls short
 * @param measured loads with stored probes; with none of them nothing is known
 * @param bounded whether a larger measured load falls short: if not, the true capacity may be larger
 */
public record Capacity(String rule, String noise, double level, Optional<Cell> reached, int measured, boolean bounded) {
    /** The share of stored patterns that must be restored. */
    public static final double REQUIRED = 0.95;

    /** Whether enough of a cell's stored patterns are restored; never true of a cell without stored probes. */
    public static boolean suffices(Cell cell) {
        return cell.stored() > 0 && cell.restored().value() >= REQUIRED;
    }

    /** One capacity per rule, noise kind and level: rules and kinds in the order of the cells, levels ascending. */
    public static List<Capacity> of(List<Cell> cells) {
        record Key(String rule, String noise) {}
        return cells.stream()
                .collect(groupingBy(cell -> new Key(cell.rule(), cell.noise()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .flatMap(cellsOfKey -> byLevel(cellsOfKey).stream())
                .toList();
    }

    private static Collection<Capacity> byLevel(List<Cell> cells) {
        return cells.stream()
                .sorted(Comparator.comparingDouble(Cell::level).thenComparingInt(Cell::patterns))
                .collect(groupingBy(
                        Cell::level, LinkedHashMap::new, collectingAndThen(toList(), Capacity::ofAscendingLoads)))
                .values();
    }

    private static Capacity ofAscendingLoads(List<Cell> cells) {
        List<Cell> measured = cells.stream().filter(cell -> cell.stored() > 0).toList();
        List<Cell> passed = measured.stream().takeWhile(Capacity::suffices).toList();
        Optional<Cell> reached = passed.isEmpty() ? Optional.empty() : Optional.of(passed.get(passed.size() - 1));
        Cell any = cells.get(0);
        boolean bounded = passed.size() < measured.size();
        return new Capacity(any.rule(), any.noise(), any.level(), reached, measured.size(), bounded);
    }

    /** Whether both say the same of different levels. */
    boolean sameLoadAs(Capacity other) {
        return reached.map(Cell::patterns).equals(other.reached.map(Cell::patterns))
                && bounded == other.bounded
                && (measured == 0) == (other.measured == 0);
    }
}
