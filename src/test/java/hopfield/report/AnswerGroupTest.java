package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerGroupTest {
    @Test
    void theFirstKindStandsOpenAndTheOthersFoldWhereThereAreMany() {
        List<AnswerGroup> many = AnswerGroup.of(cells(3, "flip", "gaussian", "mask"));

        assertThat(many).extracting(AnswerGroup::folds).containsExactly(false, true, true);
        assertThat(many).extracting(AnswerGroup::open).containsOnly(false);
        assertThat(many).allSatisfy(group -> assertThat(group.answers()).hasSize(3));
        assertThat(AnswerGroup.of(cells(3, "flip", "gaussian")))
                .extracting(AnswerGroup::open)
                .containsOnly(true);
        assertThat(ReportPage.of(cells(3, "flip", "gaussian", "mask").toArray(Cell[]::new))
                        .markup())
                .contains(
                        "<details class=\"fold\"><summary>Under gaussian noise,",
                        "<details class=\"fold\"><summary>Under mask noise,")
                .doesNotContain("<summary>Under flip noise");
    }

    @Test
    void aFoldSaysWhoRestores() {
        List<Cell> cells = new ArrayList<>(cells(3, "flip"));
        cells.add(Cells.cell("rule0", 5, "mask", 0, 96, 100));
        cells.add(Cells.cell("rule1", 5, "mask", 0, 1, 100));
        assertThat(summary(cells)).isEqualTo("Under mask noise, rule0 restores 95\u00a0% at some load.");

        cells.add(Cells.cell("rule2", 5, "mask", 0, 99, 100));
        assertThat(summary(cells)).isEqualTo("Under mask noise, rule0 and rule2 restore 95\u00a0% at some load.");

        assertThat(summary(cells(3, "flip", "mask")))
                .isEqualTo("Under mask noise, every rule restores 95\u00a0% at some load.");

        cells = new ArrayList<>(cells(1, "flip"));
        cells.add(Cells.cell("rule0", 5, "mask", 0, 1, 100));
        assertThat(summary(cells)).isEqualTo("Under mask noise, no rule restores 95\u00a0% at any load.");
    }

    private static String summary(List<Cell> cells) {
        return AnswerGroup.of(cells).get(1).summary();
    }

    private static List<Cell> cells(int rules, String... noises) {
        List<Cell> cells = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            for (String noise : noises) {
                cells.add(Cells.cell("rule" + rule, 5, noise, 0, 96, 100));
            }
        }
        return cells;
    }
}
