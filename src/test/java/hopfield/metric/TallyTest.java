package hopfield.metric;

import static hopfield.metric.TallyRows.NEURONS;
import static hopfield.metric.TallyRows.cell;
import static hopfield.metric.TallyRows.restoration;
import static hopfield.metric.TallyRows.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfield.metric.TallyRows.Added;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final List<Added> rows = TallyRows.of(500);

    @Test
    void rowsAddUpToTheSameCellInAnyOrderAndAnyParts() {
        Tally whole = tally(rows);
        List<Added> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        Tally parts = new Tally();
        for (int from = 0; from < rows.size(); from += 7) {
            parts = tally(backwards.subList(from, Math.min(from + 7, rows.size())))
                    .plus(parts);
        }

        assertThat(cell(parts)).isEqualTo(cell(whole));
        assertThat(cell(whole).means().ssim())
                .isEqualTo(
                        rows.stream()
                                .mapToDouble(row -> row.restoration().ssim())
                                .average()
                                .orElseThrow(),
                        within(1e-7));
    }

    @Test
    void convergedCountsAllProbes() {
        assertThat(cell(tally(rows)).converged()).isEqualTo(rate(rows, row -> true, Added::fixedPoint));
    }

    @Test
    void classesAreCountedApart() {
        Cell cell = cell(tally(rows));

        assertThat(cell.classes()).extracting(ClassScore::label).containsExactly(0, 1, 2);
        for (ClassScore score : cell.classes()) {
            List<Added> ofClass = rows.stream()
                    .filter(row -> row.stored() && row.label() == score.label())
                    .toList();
            assertThat(score.rates().restored()).isEqualTo(rate(ofClass, row -> true, row -> row.restoration()
                    .restored()));
            assertThat(score.rates().improved())
                    .isEqualTo(rate(ofClass, row -> row.restoration().improvable(), row -> row.restoration()
                            .improved()));
            assertThat(score.similarity())
                    .isEqualTo(
                            ofClass.stream()
                                    .mapToDouble(row ->
                                            row.restoration().restoration().value())
                                    .average()
                                    .orElseThrow(),
                            within(1e-12));
        }
    }

    @Test
    void unstoredProbesAreCountedApart() {
        List<Added> unstored = rows.stream().filter(row -> !row.stored()).toList();
        Cell cell = cell(tally(rows));

        assertThat(cell.unstored().probes()).isEqualTo(unstored.size()).isEqualTo(cell.images() - cell.stored());
        assertThat(cell.unstored().similarity())
                .isEqualTo(
                        unstored.stream()
                                .mapToDouble(
                                        row -> row.restoration().restoration().value())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(cell.unstored().improved())
                .isEqualTo(rate(unstored, row -> row.restoration().improvable(), row -> row.restoration()
                        .improved()));
        assertThat(cell.unstored().sameClass())
                .isEqualTo(rate(
                        unstored,
                        row -> row.label() >= 0,
                        row -> row.restoration().nearest().label() == row.label()));
        assertThat(cell.storedOverlap())
                .isEqualTo(
                        rows.stream()
                                .filter(Added::stored)
                                .mapToDouble(
                                        row -> row.restoration().restoration().overlap())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void confusionCountsStoredProbesWithAClass() {
        Confusion confusion = cell(tally(rows)).confusion();

        assertThat(confusion.total())
                .isEqualTo(rows.stream()
                        .filter(row -> row.stored() && row.label() >= 0)
                        .count());
        for (Confusion.Entry entry : confusion.entries()) {
            assertThat(entry.count())
                    .isEqualTo(rows.stream()
                            .filter(row -> row.stored()
                                    && row.label() == entry.label()
                                    && row.restoration().nearest().label() == entry.nearestLabel())
                            .count());
        }
    }

    /** As {@link ClusteredCount} has it of trials that say for each restoration whether it is one of those counted. */
    @Test
    void sharesOfStatesAndOfClassesTakeTheTrialsOfAnImageForACluster() {
        SplittableRandom random = new SplittableRandom(9);
        Tally tally = new Tally();
        Tally later = new Tally();
        ClusteredCount mixtures = new ClusteredCount();
        ClusteredCount twoAsOne = new ClusteredCount();
        for (int image = 0; image < 60; image++) {
            int label = image % 3;
            int usual = random.nextInt(3);
            mixtures.nextCluster();
            twoAsOne.nextCluster();
            for (int trial = 0; trial < 4; trial++) {
                int nearestLabel = random.nextInt(4) > 0 ? usual : random.nextInt(3);
                Restoration restoration = restoration(30, 20 + random.nextInt(21), .5, 1, nearestLabel);
                (image < 33 ? tally : later).add(Score.of(restoration, trial, label, true, true, 1));
                mixtures.add(restoration.became() == FinalState.MIXTURE);
                if (label == 2) {
                    twoAsOne.add(nearestLabel == 1);
                }
            }
        }
        Cell cell = cell(later.plus(tally));
        Confusion.Entry entry = cell.confusion().entries().stream()
                .filter(one -> one.label() == 2 && one.nearestLabel() == 1)
                .findFirst()
                .orElseThrow();

        assertThat(cell.became().share(FinalState.MIXTURE)).isEqualTo(mixtures.rate());
        assertThat(mixtures.rate().effective()).isLessThanOrEqualTo(240);
        assertThat(new Rate(entry.count(), 80, 80 * entry.independence()))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .usingRecursiveComparison()
                .isEqualTo(twoAsOne.rate());
        assertThat(entry.independence())
                .as("the trials of an image are much alike")
                .isLessThan(.8);
    }

    @Test
    void aCellWithoutStoredProbesOrClassesHasEmptyRates() {
        Tally tally = new Tally();
        tally.add(Score.of(restoration(NEURONS, NEURONS, Double.NaN, 0, -1), 0, -1, false, true, 1));

        Cell cell = cell(tally);

        assertThat(cell.stored()).isZero();
        assertThat(cell.became().total()).isZero();
        assertThat(cell.confusion().entries()).isEmpty();
        assertThat(cell.storedOverlap()).isNaN();
        assertThat(cell.means().ssim()).isNaN();
        assertThat(cell.means().psnr()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(cell.unstored().improved().trials())
                .as("an exact cue leaves nothing to improve")
                .isZero();
        assertThat(cell.unstored().sameClass().trials()).isZero();
    }

    @Test
    void psnrIsThatOfTheMeanSquaredError() {
        Tally tally = new Tally();
        tally.add(Score.of(restoration(30, NEURONS, 1, 0, 1), 0, 1, true, true, 1));
        tally.add(Score.of(restoration(30, NEURONS - 8, .5, 0, 1), 0, 1, true, true, 1));

        assertThat(cell(tally).means().psnr()).as("8 of 80 pixels differ").isEqualTo(10, within(1e-12));
    }

    @Test
    void classesBeyondTheMatrixAreLeftOut() {
        ConfusionCounts counts = new ConfusionCounts();
        counts.add(ConfusionCounts.MOST_CLASSES, 1);
        counts.add(1, ConfusionCounts.MOST_CLASSES - 1);

        assertThat(counts.matrix().entries())
                .containsExactly(new Confusion.Entry(1, ConfusionCounts.MOST_CLASSES - 1, 1));
    }

    private static Rate rate(List<Added> rows, Predicate<Added> trial, Predicate<Added> success) {
        return new Rate(
                rows.stream().filter(trial.and(success)).count(),
                rows.stream().filter(trial).count());
    }
}
