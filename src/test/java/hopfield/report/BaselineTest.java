package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of 80 restored out of 100 the Wilson interval is [71.1, 86.7] percent. */
class BaselineTest {
    private static final List<Cell> CELLS = List.of(
            Cells.cell("projection", 5, .2, 87, 100),
            Cells.cell("projection", 10, .2, 86, 100),
            Cells.cell("projection", 20, .2, 71, 100),
            Cells.cell("hebbian", 5, .2, 72, 100),
            Cells.cell("hebbian", 50, .2, 100, 100),
            Cells.cell("nearest", 5, .2, 80, 100),
            Cells.cell("nearest", 10, .2, 80, 100),
            Cells.cell("nearest", 20, .2, 80, 100));

    @Test
    void aRateLiesAboveWithinOrBelowTheBaselinesInterval() {
        assertThat(Baseline.of(CELLS).comparisons())
                .extracting(Baseline.Comparison::verdict)
                .containsExactly(
                        Baseline.Verdict.ABOVE,
                        Baseline.Verdict.WITHIN,
                        Baseline.Verdict.BELOW,
                        Baseline.Verdict.WITHIN);
    }

    @Test
    void thePageSaysWhoBeatsItWhere() {
        assertThat(ReportPage.of(CELLS.toArray(Cell[]::new)).text())
                .contains(
                        "projection beats the nearest-pattern baseline: its restored rate lies above in 1, within in 1"
                                + " and below in 1 of 3 cells.")
                .contains(
                        "hebbian never beats the nearest-pattern baseline: its restored rate lies above in 0, within in 1"
                                + " and below in 0 of 1 cell.")
                .contains("by level of flip noise flip 0.2 projection P\u00a0=\u00a05 within: 10; below: 20"
                        + " hebbian none within: 5");
    }

    @Test
    void oneVerdictAtEveryLoadIsSaidOnce() {
        Cell[] cells = {
            Cells.cell("hebbian", 5, 0, 0, 100), Cells.cell("hebbian", 10, 0, 0, 100),
                    Cells.cell("hebbian", 20, 0, 0, 100),
            Cells.cell("nearest", 5, 0, 100, 100), Cells.cell("nearest", 10, 0, 90, 100),
                    Cells.cell("nearest", 20, 0, 50, 100)
        };

        assertThat(ReportPage.of(cells).text()).contains("hebbian none below: all");
    }

    @Test
    void withoutTheBaselineNothingIsSaid() {
        List<Cell> networks =
                CELLS.stream().filter(cell -> !cell.rule().equals("nearest")).toList();

        assertThat(Baseline.of(networks).comparisons()).isEmpty();
        assertThat(ReportPage.of(networks.toArray(Cell[]::new)).markup()).doesNotContain("id=\"baseline\"");
    }

    @Test
    void cellsWithoutStoredProbesAreNotCompared() {
        assertThat(Baseline.of(List.of(Cells.cell("hebbian", 5, 0, 0, 0), Cells.cell("nearest", 5, 0, 9, 9)))
                        .comparisons())
                .isEmpty();
    }

    @Test
    void theBaselineAloneIsAReport() {
        assertThat(ReportPage.of(Cells.cell("nearest", 5, 0, 9, 9)).text()).contains("nearest restores at least 95");
    }
}
