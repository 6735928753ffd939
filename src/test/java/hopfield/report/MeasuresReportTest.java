package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import hopfield.metric.Cell;
import hopfield.metric.Confusion;
import hopfield.metric.FinalStates;
import hopfield.metric.Generalisation;
import hopfield.metric.Rate;
import hopfield.theory.MeanField;
import hopfield.theory.OneStep;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

/** What the page says beyond capacity. */
class MeasuresReportTest {
    private static final Setting RANDOM = new Setting(28, 28, 1, "sync", Setting.Images.RANDOM);
    private static final Cell CELL = Cells.cell("hebbian", 5, .2, 60, 100);

    /** A cue x + 3 n brings crosstalk of variance 10 P / N against a signal of 1. */
    @Test
    void oneStepFromRealCuesCountsTheirNoiseAsCrosstalk() throws Exception {
        ReportPage page = ReportPage.of(RANDOM, Cells.cell("hebbian", 78, "gaussian-analog", 3, 60, 100));

        assertThat(page.data().get("theory").get("points").get(0).get("oneStep").doubleValue())
                .isEqualTo(Erf.erf(1 / Math.sqrt(2 * 78 / 784.0 * 10)), within(1e-5));
    }

    @Test
    void randomPatternsOfARuleWithoutCurvesHaveAPage() throws Exception {
        for (String rule : List.of("projection", "storkey")) {
            ReportPage page = ReportPage.of(RANDOM, Cells.cell(rule, 5, .2, 60, 100));

            assertThat(page.data().get("theory").get("laws")).as(rule).hasSize(1);
            assertThat(page.data().get("theory").get("oneStep")).as(rule).isEmpty();
        }
    }

    @Test
    void basinsStandInTheirTable() {
        ReportPage page = ReportPage.of(
                Cells.cell("centred", 5, 0, 100, 100),
                Cells.cell("centred", 5, .1, 90, 100),
                Cells.cell("centred", 5, .2, 89, 100),
                Cells.cell("centred", 8, 0, 95, 100),
                Cells.cell("hebbian", 5, 0, 0, 100));

        assertThat(page.text())
                .contains("Basin of attraction by load: level of flip noise P 5 8"
                        + " centred 0.1 90.0\u00a0% [82.6, 94.5] ≥\u00a00 95.0\u00a0% [88.8, 97.8]"
                        + " hebbian none – not measured");
    }

    @Test
    void chartsReadCapacitiesAndBasins() throws Exception {
        JsonNode data = ReportPage.of(Cells.cell("centred", 5, 0, 96, 100), Cells.cell("centred", 5, .1, 0, 100))
                .data();

        assertThat(data.get("capacities").toString())
                .isEqualTo("[{\"rule\":\"centred\",\"noise\":\"flip\",\"level\":0,\"patterns\":5,\"measured\":1,"
                        + "\"bounded\":false,\"run\":0},{\"rule\":\"centred\",\"noise\":\"flip\",\"level\":0.1,\"patterns\":null,"
                        + "\"measured\":1,\"bounded\":true,\"run\":0}]");
        assertThat(data.get("basins").toString())
                .isEqualTo("[{\"rule\":\"centred\",\"noise\":\"flip\",\"patterns\":5,\"level\":0,\"measured\":2,"
                        + "\"bounded\":true,\"run\":0}]");
    }

    @Test
    void finalStatesAndMeansReachTheCharts() throws Exception {
        ReportPage page = ReportPage.of(CELL);

        assertThat(page.cell("became").toString()).isEqualTo("[60,0,0,0,40]");
        assertThat(page.cell("ssim").doubleValue()).isEqualTo(.4);
        assertThat(page.cell("psnr").doubleValue()).isEqualTo(8.76);
        assertThat(page.cell("inputPsnr").doubleValue()).as("one pixel in ten").isEqualTo(10, within(1e-4));
        assertThat(page.cell("improved").get(0).doubleValue()).isEqualTo(.6);
    }

    /** 8 of 10 trials of a class that tell as much as 5; and states that tell less than their number. */
    @Test
    void sharesOfDependentTrialsReachTheChartsWithWhatTheyTell() throws Exception {
        Confusion dependent =
                new Confusion(List.of(new Confusion.Entry(3, 3, 8, .5), new Confusion.Entry(3, 8, 2, .5)));

        assertThat(ReportPage.of(Cells.with(CELL, dependent)).cell("confusion").toString())
                .isEqualTo("[[3,3,8,5],[3,8,2,5]]");
        assertThat(OutcomeData.of(new FinalStates(List.of(4L, 0L, 0L, 0L, 6L), List.of(5.0, 2.0, 2.0, 2.0, 5.0)))
                        .toString())
                .isEqualTo("[4, 0, 0, 0, 6, 5, 2, 2, 2, 5]");
    }

    @Test
    void confusionIsDrawnWhereClassesAreKnownAndFewEnough() throws Exception {
        Confusion two = new Confusion(List.of(new Confusion.Entry(3, 3, 90), new Confusion.Entry(3, 8, 10)));
        Confusion many = new Confusion(IntStream.rangeClosed(0, CellData.MOST_CLASSES)
                .mapToObj(k -> new Confusion.Entry(k, k, 1))
                .toList());
        ReportPage page = ReportPage.of(Cells.with(CELL, two));

        assertThat(page.markup()).contains("id=\"confusion\"");
        assertThat(page.cell("confusion").toString()).isEqualTo("[[3,3,90],[3,8,10]]");
        assertThat(ReportPage.of(CELL).markup()).doesNotContain("id=\"confusion\"");
        assertThat(ReportPage.of(Cells.with(CELL, many)).markup())
                .doesNotContain("id=\"confusion\"")
                .contains("Of cells of more than 64 classes, here up to 65, neither the confusion of classes");
    }

    @Test
    void unstoredProbesHaveTheirOwnTable() {
        Generalisation unstored = new Generalisation(
                1200, .8, .85, new Rate(600, 1200), new Rate(300, 1200), Cells.error(.005), Cells.error(.01));

        assertThat(ReportPage.of(Cells.with(CELL, unstored)).text())
                .contains(
                        "hebbian flip 0.2 5 1,200 0.800 [0.790, 0.810] 0.850 [0.830, 0.870] 50.0\u00a0% [47.2, 52.8] 25.0\u00a0% [22.6, 27.5]");
        assertThat(ReportPage.of(CELL).markup()).doesNotContain("id=\"unstored\"");
    }

    @Test
    void ofSeveralRunsTablesAndNotesNameTheRun() {
        Cell unseen = Cells.with(
                CELL,
                new Generalisation(
                        1200, .8, .85, new Rate(600, 1200), new Rate(300, 1200), Cells.error(.005), Cells.error(.01)));
        Cell classed = Cells.with(
                unseen,
                new Confusion(IntStream.rangeClosed(0, CellData.MOST_CLASSES)
                        .mapToObj(k -> new Confusion.Entry(k, k, 1))
                        .toList()));
        Setting setting = new Setting(28, 28, 1, "sync", Setting.Images.PICTURES);
        Report before = new Report("before", List.of(), setting, List.of(unseen), List.of(), Map.of());
        Report after = new Report("after", List.of(), setting, List.of(classed), List.of(), Map.of());

        assertThat(new ReportPage(HtmlReport.render(List.of(before, after))).text())
                .contains(" Run Rule Noise Level P Unstored probes ")
                .contains(" before hebbian flip 0.2 5 1,200 ")
                .contains(" after hebbian flip 0.2 5 1,200 ")
                .contains(" after: of cells of more than 64 classes, here up to 65, ");
    }

    @Test
    void severalTrialsOfAnImageAreNamedAsNotIndependent() {
        String note =
                "Trials of one image are not independent: intervals are those of the number of independent trials";

        assertThat(ReportPage.of(new Setting(28, 28, 3, "sync", Setting.Images.PICTURES), CELL)
                        .text())
                .contains("Each image was probed in 3 trials at each level. " + note);
        assertThat(ReportPage.of(CELL).text()).doesNotContain(note);
    }

    @Test
    void theoryStandsBesideRandomPatternsOnly() throws Exception {
        Cell above = Cells.cell("hebbian", 157, .2, 0, 100);
        ReportPage random = ReportPage.of(RANDOM, CELL, above, Cells.cell("projection", 5, .2, 60, 100));
        JsonNode theory = random.data().get("theory");

        assertThat(theory.get("points")).hasSize(3);
        assertThat(theory.get("laws").findValuesAsText("rule"))
                .containsExactly("hebbian", "hebbian", "hebbian", "projection");
        assertThat(theory.get("laws").get(0).get("patterns").doubleValue()).isEqualTo(29.4, within(.05));
        assertThat(theory.get("laws").get(2).get("load").doubleValue()).isEqualTo(.137906, within(1e-6));
        assertThat(theory.get("laws").get(3).get("patterns").doubleValue()).isEqualTo(784);
        double load = 5 / 784.0;
        assertThat(random.text())
                .contains("5 0.734 100 probes; one step, N → ∞: "
                        + Numbers.fixed(OneStep.overlap(2 * CELL.means().inputSimilarity() - 1, load)) + " "
                        + Numbers.fixed(MeanField.retrievalOverlap(load).orElseThrow()) + " "
                        + Numbers.fixed(OneStep.bitError(load)) + " of a stored pattern")
                .containsPattern("157 0\\.734 100 probes; one step, N → ∞: 0\\.\\d+ none above the critical load");
        assertThat(ReportPage.of(CELL).data().get("theory").isNull()).isTrue();
        assertThat(ReportPage.of(CELL).markup()).doesNotContain("id=\"theory\"");
        assertThat(ReportPage.of(RANDOM, Cells.cell("centred", 5, .2, 60, 100)).markup())
                .doesNotContain("id=\"theory\"");
    }

    @Test
    void theoryStaysBesideTheRunsThatHaveIt() throws Exception {
        Report random = new Report("noise", List.of(), RANDOM, List.of(CELL), List.of(), Map.of());
        Report pictures = new Report(
                "digits",
                List.of(),
                new Setting(28, 28, 1, "sync", Setting.Images.PICTURES),
                List.of(CELL),
                List.of(),
                Map.of());
        ReportPage both = new ReportPage(HtmlReport.render(List.of(pictures, random)));
        JsonNode theory = both.data().get("theory");

        assertThat(theory.get("points")).hasSize(1);
        assertThat(theory.at("/points/0/run").asInt()).as("the second run").isEqualTo(1);
        assertThat(theory.get("atRest").size()).isGreaterThan(100);
        assertThat(both.text()).contains("noise: overlap of hebbian with the stored pattern, measured and in theory");
    }

    @Test
    void curvesOfOneStepAreThoseOfTheirCues() throws Exception {
        JsonNode step = ReportPage.of(RANDOM, CELL).data().at("/theory/oneSteps/0");

        assertThat(step.get("level").doubleValue()).isEqualTo(.2);
        for (JsonNode point : step.get("curve")) {
            double load = point.get(0).doubleValue();
            double overlap = 2 * CELL.means().inputSimilarity() - 1;
            assertThat(point.get(1).doubleValue()).isEqualTo(Erf.erf(overlap / Math.sqrt(2 * load)), within(2e-6));
        }
        assertThat(step.at("/curve/119/0").doubleValue())
                .as("a twentieth beyond the last law")
                .isEqualTo(1.05 * .137906, within(1e-6));
    }

    @Test
    void theCurveAtRestEndsWhereRetrievalDoes() throws Exception {
        JsonNode curve = ReportPage.of(RANDOM, CELL).data().get("theory").get("atRest");

        assertThat(curve.get(0).toString()).isEqualTo("[0,1]");
        assertThat(curve.get(curve.size() - 2).toString()).isEqualTo("[0.137906,0.967417]");
        assertThat(curve.get(curve.size() - 1).toString()).isEqualTo("[0.137906,0]");
    }
}
