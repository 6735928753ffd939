package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.Generalisation;
import java.util.List;

/**
 * The unstored probes of a cell as a row of their table.
 *
 * @param rule the learning rule
 * @param noise the noise kind
 * @param numbers level, load, probes, cue similarity, similarity
 * @param rates improved and same class, each with its interval
 */
record UnstoredRow(String rule, String noise, List<String> numbers, List<CellRow.Share> rates) {
    /** One row for each cell that has unstored probes. */
    static List<UnstoredRow> of(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.unstored().probes() > 0)
                .map(UnstoredRow::of)
                .toList();
    }

    private static UnstoredRow of(Cell cell) {
        Generalisation unstored = cell.unstored();
        return new UnstoredRow(
                cell.rule(),
                cell.noise(),
                List.of(
                        Numbers.level(cell.level()),
                        Numbers.count(cell.patterns()),
                        Numbers.count(unstored.probes()),
                        Numbers.fixed(unstored.inputSimilarity()),
                        Numbers.fixed(unstored.similarity())),
                List.of(CellRow.Share.of(unstored.improved()), CellRow.Share.of(unstored.sameClass())));
    }
}
