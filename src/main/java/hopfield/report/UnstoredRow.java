package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.Generalisation;
import java.util.List;

/**
 * The unstored probes of a cell as a row of their table.
 *
 * @param rule the learning rule
 * @param noise the noise kind
 * @param counts level, load and probes
 * @param shares cue similarity, similarity, improved and same class, each with its interval
 */
record UnstoredRow(String rule, String noise, List<String> counts, List<CellRow.Share> shares) {
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
                List.of(Numbers.level(cell.level()), Numbers.count(cell.patterns()), Numbers.count(unstored.probes())),
                List.of(
                        CellRow.Share.of(unstored.inputSimilarity(), unstored.inputSimilarityError()),
                        CellRow.Share.of(unstored.similarity(), unstored.similarityError()),
                        CellRow.Share.of(unstored.improved()),
                        CellRow.Share.of(unstored.sameClass())));
    }
}
