package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Of 100 each, Newcombe's intervals of the difference to 80 begin at .0117 for 91 and at -.0113 for 89, and end
 * at .0018 for 68 and at -.0075 for 67.
 */
class BaselineTest {
    private static final List<Cell> CELLS = List.of(
            Cells.cell("projection", 5, .2, 91, 100),
            Cells.cell("projection", 10, .2, 89, 100),
            Cells.cell("projection", 20, .2, 67, 100),
            Cells.cell("hebbian", 5, .2, 68, 100),
            Cells.cell("hebbian", 50, .2, 100, 100),
            Cells.cell("nearest", 5, .2, 80, 100),
            Cells.cell("nearest", 10, .2, 80, 100),
            Cells.cell("nearest", 20, .2, 80, 100));

    @Test
    void aRateLiesAboveOrBelowTheBaselinesWhereTheirDifferenceIsToldFromNone() {
        assertThat(Baseline.of(CELLS).comparisons())
                .extracting(Baseline.Comparison::verdict)
                .containsExactly(
                        Baseline.Verdict.ABOVE, Baseline.Verdict.LEVEL, Baseline.Verdict.BELOW, Baseline.Verdict.LEVEL);
    }

    @Test
    void thePageSaysWhoBeatsItWhere() {
        assertThat(ReportPage.of(CELLS.toArray(Cell[]::new)).text())
                .contains("projection beats the nearest-pattern baseline: its restored rate lies above in 1, level in 1"
                        + " and below in 1 of 3 cells.")
                .contains(
                        "hebbian never beats the nearest-pattern baseline: its restored rate lies above in 0, level in 1"
                                + " and below in 0 of 1 cell.")
                .contains("by level of flip noise flip 0.2 projection P\u00a0=\u00a05 level: 10; below: 20"
                        + " hebbian none level: 5");
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
