package hopfield.metric;

import static hopfield.metric.TallyRows.cell;
import static hopfield.metric.TallyRows.tally;
import static hopfield.metric.TallyRows.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.metric.TallyRows.Added;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class TallyErrorsTest {
    private final List<Added> rows = TallyRows.of(500);

    @Test
    void standardErrorsAreThoseOfTheSample() {
        double[] gains = rows.stream()
                .mapToDouble(row -> row.restoration().restoration().value()
                        - row.restoration().cue().value())
                .toArray();
        double[] steps = rows.stream().mapToDouble(Added::steps).toArray();
        double[] ssims =
                rows.stream().mapToDouble(row -> row.restoration().ssim()).toArray();
        StandardErrors errors = cell(tally(rows)).errors();

        assertThat(errors.gain().value())
                .isEqualTo(new StandardDeviation().evaluate(gains) / Math.sqrt(500), within(1e-12));
        assertThat(errors.steps().value())
                .isEqualTo(new StandardDeviation().evaluate(steps) / Math.sqrt(500), within(1e-12));
        assertThat(errors.ssim().value())
                .isEqualTo(new StandardDeviation().evaluate(ssims) / Math.sqrt(500), within(1e-7));
        assertThat(errors.inputSimilarity().value())
                .isEqualTo(error(rows, row -> row.restoration().cue().value()), within(1e-12));
        assertThat(errors.iou().value())
                .isEqualTo(error(rows, row -> row.restoration().restoration().iou()), within(1e-7));
        assertThat(errors.blankSimilarity().value())
                .as("all originals are up everywhere")
                .isZero();
        assertThat(cell(tally(rows.subList(0, 1))).errors().gain().value()).isNaN();
    }

    @Test
    void theBlankImagesErrorIsThatOfTheForegrounds() {
        Tally tally = new Tally();
        for (int up : new int[] {0, 10, 20}) {
            Restoration restoration =
                    Restoration.of(up(up), up(up), up(up), 1, new Restoration.Nearest(0, -1, 0, up(up)));
            tally.add(Score.of(restoration, 0, -1, true, true, 1));
        }

        assertThat(cell(tally).errors().blankSimilarity().value())
                .as("0, 1/4 and 1/2 have the deviation 1/4")
                .isEqualTo(.25 / Math.sqrt(3), within(1e-12));
    }

    @Test
    void similaritiesOfClassesAndOfUnstoredProbesHaveTheErrorsOfTheirSamples() {
        Cell cell = cell(tally(rows));
        for (ClassScore score : cell.classes()) {
            List<Added> ofClass = rows.stream()
                    .filter(row -> row.stored() && row.label() == score.label())
                    .toList();
            assertThat(score.similarityError().value())
                    .isEqualTo(
                            error(
                                    ofClass,
                                    row -> row.restoration().restoration().value()),
                            within(1e-12));
        }
        List<Added> unstored = rows.stream().filter(row -> !row.stored()).toList();
        assertThat(cell.unstored().similarityError().value())
                .isEqualTo(
                        error(unstored, row -> row.restoration().restoration().value()), within(1e-12));
        assertThat(cell.unstored().inputSimilarityError().value())
                .isEqualTo(error(unstored, row -> row.restoration().cue().value()), within(1e-12));
    }

    private static double error(List<Added> rows, ToDoubleFunction<Added> value) {
        return new StandardDeviation().evaluate(rows.stream().mapToDouble(value).toArray()) / Math.sqrt(rows.size());
    }
}
