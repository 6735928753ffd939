package hopfield.report;

import hopfield.metric.Cell;
import java.util.List;

/**
 * The text of the page on one run, outside its charts.
 *
 * @param name what tells it from others; empty where it is the only one
 * @param rows of the table of numbers; of many cells the first
 * @param cut how many cells there are more than rows; empty if none
 * @param unstoredCut the same of the unstored probes' table
 * @param trials cues made of each image at each level
 * @param command what does the run again; may be empty
 */
record RunPage(
        String name,
        String headline,
        List<String> warnings,
        List<AnswerGroup> answers,
        List<RuleTable> capacities,
        List<RuleTable> basins,
        List<Answer> baselineAnswers,
        List<RuleTable> baselines,
        List<CellRow> rows,
        String cut,
        boolean hasCut,
        List<UnstoredRow> unstored,
        String unstoredCut,
        boolean hasUnstoredCut,
        int trials,
        boolean severalTrials,
        String command,
        List<Provenance> provenance,
        boolean hasCommand,
        boolean hasProvenance,
        String provenanceJson) {
    /** @param most rows of a table */
    static RunPage of(Report run, boolean several, int most) {
        List<Cell> cells = run.cells();
        Baseline baseline = Baseline.of(cells);
        return new RunPage(
                several ? run.name() : "",
                Headline.of(run),
                run.warnings(),
                AnswerGroup.of(cells),
                within(CapacityTable.of(cells)),
                within(BasinTable.of(cells)),
                baseline.answers(),
                within(baseline.tables()),
                cells.stream().limit(most).map(CellRow::of).toList(),
                cut(cells.size(), most),
                cells.size() > most,
                UnstoredRow.of(cells).stream().limit(most).toList(),
                cut(UnstoredRow.of(cells).size(), most),
                UnstoredRow.of(cells).size() > most,
                run.setting().trials(),
                run.setting().trials() > 1,
                Reproduction.command(run),
                Provenance.of(run.provenance()),
                !Reproduction.command(run).isEmpty(),
                !run.provenance().isEmpty(),
                run.provenance().isEmpty() ? "" : Json.pretty(Provenance.plain(run.provenance())));
    }

    private static List<RuleTable> within(List<RuleTable> tables) {
        return tables.stream().map(table -> table.within(Room.MOST_COLUMNS)).toList();
    }

    private static String cut(int cells, int rows) {
        return cells <= rows
                ? ""
                : "These are the first " + Numbers.count(rows) + " of " + Numbers.count(cells)
                        + " cells; all of them are in capacity.csv.";
    }
}
