package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Cell;
import hopfield.metric.Means;
import hopfield.metric.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
    @Test
    void capacityIsTheLargestLoadThatRestoresEnough() {
        Capacity capacity = only(cell(2, 0.2, 100, 100), cell(5, 0.2, 95, 100), cell(8, 0.2, 94, 100));

        assertThat(capacity.reached()).contains(cell(5, 0.2, 95, 100));
        assertThat(capacity.bounded()).isTrue();
    }

    @Test
    void aLoadAboveAFailureDoesNotCount() {
        assertThat(only(cell(2, 0, 10, 10), cell(5, 0, 9, 10), cell(8, 0, 10, 10))
                        .reached())
                .contains(cell(2, 0, 10, 10));
        assertThat(only(cell(2, 0, 9, 10), cell(5, 0, 10, 10)).reached()).isEmpty();
    }

    @Test
    void theOrderOfCellsDoesNotMatter() {
        assertThat(only(cell(8, 0, 1, 10), cell(5, 0, 10, 10), cell(2, 0, 10, 10))
                        .reached())
                .contains(cell(5, 0, 10, 10));
    }

    @Test
    void anUnprobedLoadIsNeitherReachedNorAFailure() {
        Capacity capacity = only(cell(2, 0, 0, 0), cell(5, 0, 10, 10), cell(8, 0, 0, 0));

        assertThat(capacity.reached()).contains(cell(5, 0, 10, 10));
        assertThat(capacity.bounded()).isFalse();
        assertThat(capacity.measured()).isOne();
        assertThat(only(cell(2, 0, 0, 0)).measured()).isZero();
    }

    @Test
    void levelsAscendWhateverTheOrderOfCells() {
        assertThat(Capacity.of(List.of(cell(2, 0.3, 1, 1), cell(2, 0.1, 1, 1))))
                .extracting(Capacity::level)
                .containsExactly(0.1, 0.3);
    }

    @Test
    void theAnswerJoinsNeighbouringLevelsOfOneCapacity() {
        assertThat(answer(
                        cell(5, 0, 100, 100),
                        cell(5, 0.1, 98, 100),
                        cell(5, 0.2, 10, 100),
                        cell(5, 0.3, 0, 100),
                        cell(8, 0, 9, 100),
                        cell(8, 0.1, 9, 100)))
                .isEqualTo("restores at least 95\u00a0% of its stored images up to P\u00a0=\u00a05 from flip 0 to 0.1"
                        + " (98.0\u00a0% [93.0, 99.4] at 0.1) and at no measured load from flip 0.2 to 0.3.");
    }

    @Test
    void theAnswerSaysWhereNothingIsRestoredAndABlankImageDoesAsWell() {
        assertThat(answer(cell(2, 0, 0, 100), cell(2, 0.1, 0, 100)))
                .isEqualTo(
                        "restores less than 95\u00a0% of its stored images at any level of flip, even at its smallest load:"
                                + " not one was restored."
                                + " Its mean similarity, at best 0.867, does not beat a blank image (0.868).");
        assertThat(answer(cell(2, 0, 0, 100), cell(2, 0.1, 10, 100)))
                .contains("even at its smallest load; in the best of 2 cells 10.0\u00a0% [5.5, 17.4],"
                        + " at P\u00a0=\u00a02 and flip 0.1.");
    }

    @Test
    void theAnswerOfOneCellIsItsRate() {
        assertThat(answer(cell(2, 0.1, 10, 100)))
                .startsWith("restores less than 95\u00a0% of its stored images at flip 0.1: 10.0\u00a0% [5.5, 17.4],"
                        + " at P\u00a0=\u00a02. ");
        assertThat(answer(cell(2, 0.1, 0, 100)))
                .startsWith("restores less than 95\u00a0% of its stored images at flip 0.1: not one was restored. ");
    }

    @Test
    void theAnswerClaimsNothingOfLargerLoadsThanTheOneThatFallsShort() {
        assertThat(answer(cell(2, .1, 1, 2), cell(20, .1, 19, 20)))
                .startsWith("restores less than 95\u00a0% of its stored images at flip 0.1 at its smallest load;"
                        + " in the best of 2 cells 95.0\u00a0%");
    }

    /** The cell of the largest similarity need not be that of the largest difference. */
    @Test
    void theAnswerSaysInHowManyCellsABlankImageIsBeatenAndByHowMuch() {
        assertThat(answer(
                        similar(cell(2, .1, 0, 100), .88, .85),
                        similar(cell(3, .1, 0, 100), .9, .89),
                        similar(cell(4, .1, 0, 100), .86, .87)))
                .endsWith(" Its mean similarity beats a blank image's in 2 of 3 cells, by 0.030 at most.");
    }

    private static Cell similar(Cell cell, double similarity, double blank) {
        return Cells.with(
                cell, new Means(.9, similarity, blank, 2 * similarity - 1, .5, .4, 8.76, 3, new Rate(100, 100)));
    }

    private static Capacity only(Cell... cells) {
        List<Capacity> capacities = Capacity.of(List.of(cells));
        assertThat(capacities).hasSize(1);
        return capacities.get(0);
    }

    private static String answer(Cell... cells) {
        List<Answer> answers = Answer.of(List.of(cells));
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).rule()).isEqualTo("hebbian");
        return answers.get(0).text();
    }

    private static Cell cell(int patterns, double level, long restored, long stored) {
        return Cells.cell("hebbian", patterns, level, restored, stored);
    }
}
