package hopfield.report;

import hopfield.metric.Cell;
import java.util.List;

/**
 * What the page says of one run outside its charts.
 *
 * @param name what tells it from others; empty where it is the only one
 * @param rows of the table of numbers; of many cells the first
 * @param cut whether there are more cells than rows
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
        boolean cut,
        List<UnstoredRow> unstored,
        int trials,
        boolean severalTrials,
        String command,
        List<Provenance> provenance,
        boolean hasCommand,
        boolean hasProvenance,
        String provenanceJson) {
    /** Rows that a table of numbers has room for. */
    private static final int MOST_ROWS = 1000;

    static RunPage of(Report run, boolean several) {
        List<Cell> cells = run.cells();
        Baseline baseline = Baseline.of(cells);
        return new RunPage(
                several ? run.name() : "",
                Headline.of(run),
                run.warnings(),
                AnswerGroup.of(cells),
                CapacityTable.of(cells),
                BasinTable.of(cells),
                baseline.answers(),
                baseline.tables(),
                cells.stream().limit(MOST_ROWS).map(CellRow::of).toList(),
                cells.size() > MOST_ROWS,
                UnstoredRow.of(cells),
                run.setting().trials(),
                run.setting().trials() > 1,
                Reproduction.command(run),
                Provenance.of(run.provenance()),
                !Reproduction.command(run).isEmpty(),
                !run.provenance().isEmpty(),
                run.provenance().isEmpty() ? "" : Json.pretty(Provenance.plain(run.provenance())));
    }
}
