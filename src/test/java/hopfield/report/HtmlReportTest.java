package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfield.metric.Rate;
import hopfield.metric.Sample;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final ReportPage page = ReportPage.of(new Rate(196, 200));

    @Test
    void aSingleCellMakesAReport() {
        assertThat(page.html()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(page.text())
                .contains(
                        "Images of centred recalled by centred networks of 5 patterns (N\u00a0=\u00a06) from flip noise of 0.2: 1,000"
                                + " synchronous recalls, on 2026-02-03 at\u00a010:11:12Z.")
                .contains("Beware of centred")
                .contains("centred restores at least 95\u00a0% of its stored images up to P\u00a0=\u00a05,"
                        + " the largest measured, at flip 0.2 (98.0\u00a0% [95.0, 99.2]).");
    }

    @Test
    void aReportWithoutCellsSaysSo() {
        Report empty = new Report(
                "Nothing",
                List.of(),
                new Setting(3, 2, 1, "sync", Setting.Images.PICTURES),
                List.of(),
                List.of(),
                Map.of());

        assertThat(new ReportPage(HtmlReport.render(empty)).markup())
                .contains("Nothing was measured")
                .doesNotContain("id=\"charts\"", "role=\"note\"", "Restorations to look at");
    }

    @Test
    void everyNumberOfACellIsInItsRow() {
        assertThat(page.text())
                .contains("centred flip 0.2 5 0.8333 1,000 200 98.0\u00a0% [95.0, 99.2] 99.0\u00a0% [96.4, 99.7]"
                        + " 50.0\u00a0% [43.1, 56.9] 50.0\u00a0% [40.4, 59.6] 0.800 [0.722, 0.878]"
                        + " 0.990 [0.970, 1.000] 0.868 [0.770, 0.966] 0.980 [0.941, 1.000] 0.910 [0.792, 1.000]"
                        + " 0.770 [0.711, 0.829] 20.0 [15.3, ∞] 3.2 [3.0, 3.4] 97.0\u00a0% [95.7, 97.9]");
    }

    @Test
    void theRateOfNoStoredProbesIsADash() throws Exception {
        ReportPage unprobed = ReportPage.of(new Rate(0, 0));

        assertThat(unprobed.text())
                .contains("centred flip 0.2 5 0.8333 1,000 0 – – – – 0.800")
                .contains("centred was probed with no stored image under flip: its capacity is unknown.")
                .doesNotContain("NaN");
        assertThat(unprobed.cell("restored").isNull()).isTrue();
        assertThat(unprobed.cell("suffices").booleanValue()).isFalse();
    }

    @Test
    void chartsReadTheCellsWithTheirIntervals() throws Exception {
        assertThat(page.cell("restored").toString()).isEqualTo("[0.98,0.949713,0.992196]");
        assertThat(page.cell("margins").toString())
                .as("t of 999 degrees of freedom is 1.96234")
                .isEqualTo("[0.0196234,0.0392468,0.0588702,0.196234]");
        assertThat(page.cell("level").doubleValue()).isEqualTo(0.2);
        assertThat(page.cell("suffices").booleanValue()).isTrue();
    }

    @Test
    void samplesAreReadBackAsTheyWereWritten() throws Exception {
        Sample sample = new Sample(
                "dense:3",
                5,
                "flip",
                0.25,
                2,
                7,
                1,
                -1,
                List.of("best", "class"),
                9,
                ReportPage.CROSS,
                List.of(new Sample.State(0, 1.5, ReportPage.CROSS.inverse())),
                "step_limit",
                3);

        assertThat(GalleryReader.read(GalleryJson.of(List.of(sample)), 6)).containsExactly(sample);
        assertThat(page.data().at("/gallery/0/states/1").toString()).isEqualTo("[2,-4.5,\"Og\"]");
        assertThatThrownBy(() -> GalleryReader.read(GalleryJson.of(List.of(sample)), 784))
                .hasMessageContaining("expected those of 784 pixels");
    }

    @Test
    void aRunWithoutRecordSaysSo() {
        assertThat(ReportPage.of(Cells.cell("centred", 5, 0, 1, 1)).text())
                .contains("The run left no record of itself.")
                .doesNotContain("does this run again");
    }

    @Test
    void runsStandSideBySide() throws Exception {
        Setting setting = new Setting(28, 28, 1, "async", Setting.Images.PICTURES);
        Report one = new Report(
                "before", List.of(), setting, List.of(Cells.cell("centred", 5, 0, 20, 100)), List.of(), Map.of("a", 1));
        Report two = new Report(
                "after", List.of(), setting, List.of(Cells.cell("centred", 5, 0, 90, 100)), List.of(), Map.of("a", 2));
        ReportPage both = new ReportPage(HtmlReport.render(List.of(one, two)));

        assertThat(both.text())
                .contains("2 runs side by side")
                .contains(
                        "Cell before after centred, P\u00a0=\u00a05, flip 0 20.0\u00a0% [13.3, 28.9] 90.0\u00a0% [82.6, 94.5]")
                .contains("run a 1 2");
        assertThat(both.data().at("/cells/rows")).hasSize(2);
        assertThat(CapacityCsv.of(List.of(one, two))).contains("run,rule,", "\nbefore,centred,", "\nafter,centred,");
    }

    @Test
    void runsThatShareNoCellSayThatInPlaceOfAnEmptyTable() {
        Setting setting = new Setting(28, 28, 1, "sync", Setting.Images.PICTURES);
        Report one = new Report(
                "one", List.of(), setting, List.of(Cells.cell("centred", 5, 0, 20, 100)), List.of(), Map.of());
        Report two = new Report(
                "two", List.of(), setting, List.of(Cells.cell("centred", 8, 0, 20, 100)), List.of(), Map.of());

        assertThat(new ReportPage(HtmlReport.render(List.of(one, two))).text())
                .contains(" Run beside run No two of the runs have a cell in common: ")
                .doesNotContain("marked where it lies above all others")
                .doesNotContain("as far as they differ");
        assertThat(new ReportPage(HtmlReport.render(List.of(one, one))).text())
                .contains("marked where it lies above all others")
                .doesNotContain("a cell in common");
    }

    @Test
    void timesHaveTheirUnitAndKeysAreWords() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("seconds", 99.97);
        record.put("started", Instant.parse("2026-02-03T10:11:12Z"));
        record.put("restorations", 4_199_940);
        record.put("broadcastLimit", 268_435_456L);
        record.put("data", Map.of("images", 70_000, "width", 28));
        record.put("stages", Map.of("train", 5.564));
        record.put("recallReason", Map.of("centred", Map.of("3", "networks are many and small")));
        Setting setting = new Setting(28, 28, 1, "sync", Setting.Images.PICTURES);
        Report report =
                new Report("timed", List.of(), setting, List.of(Cells.cell("centred", 1, 0, 1, 1)), List.of(), record);

        ReportPage page = new ReportPage(HtmlReport.render(report));
        assertThat(Numbers.count(1, "recall")).isEqualTo("1 recall");
        assertThat(page.markup()).contains("on <time>2026-02-03</time> at\u00a010:11:12Z");
        assertThat(page.text())
                .contains(
                        "time from the start of Spark to the end of recall and metrics, without this report 99.97\u00a0s")
                .contains("restorations 4,199,940")
                .contains("largest weight matrix that is broadcast 268,435,456\u00a0bytes")
                .contains("images 70,000")
                .contains("width 28\u00a0px")
                .contains("time by stage train 5.564\u00a0s")
                .contains("why it was computed so, by rule and load centred.3 networks are many and small")
                .contains("\"recallReason\" : {")
                .contains(
                        "networks of 1 pattern (N\u00a0=\u00a0784) from flip noise of 0: 100 synchronous recalls, on 2026-02-03 at\u00a010:11:12Z, in 1\u00a0min 40\u00a0s.");
    }

    @Test
    void provenanceIsReadableAndComplete() {
        assertThat(page.text())
                .contains("started 2026-02-03T10:11:12Z", "levels.flip 0.1, 0.2")
                .contains("\"started\" : \"2026-02-03T10:11:12Z\"");
    }
}
