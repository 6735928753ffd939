package hopfield.report;

import static hopfield.report.ReportPage.CROSS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hopfield.metric.Rate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final ReportPage page = ReportPage.of(new Rate(196, 200));

    @Test
    void aSingleCellMakesAReport() {
        assertThat(page.html()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(page.text())
                .contains("One cell of centred", "Beware of centred")
                .contains("centred restores at least 95\u00a0% of its stored images up to P\u00a0=\u00a05,"
                        + " the largest measured, at flip 0.2 (98.0\u00a0% [95.0, 99.2]).");
    }

    @Test
    void aReportWithoutCellsSaysSo() {
        Report empty = new Report(
                "Nothing", List.of(), new Setting(3, 2, 1, Setting.Images.PICTURES), List.of(), List.of(), Map.of());

        assertThat(HtmlReport.render(empty))
                .contains("Nothing was measured")
                .doesNotContain("<script", "Before you read on", "Where this comes from", "Restorations to look at");
    }

    @Test
    void everyNumberOfACellIsInItsRow() {
        assertThat(page.text())
                .contains("centred flip 0.2 5 0.8333 1,000 200 98.0\u00a0% [95.0, 99.2] 99.0\u00a0% [96.4, 99.7]"
                        + " 50.0\u00a0% [43.1, 56.9] 50.0\u00a0% [40.4, 59.6] 0.800 0.990 0.868 0.980 0.910"
                        + " 0.770 20.0 3.2 97.0\u00a0%");
    }

    @Test
    void theRateOfNoStoredProbesIsADash() throws Exception {
        ReportPage unprobed = ReportPage.of(new Rate(0, 0));

        assertThat(unprobed.text())
                .contains("centred flip 0.2 5 0.8333 1,000 0 – – – – 0.800")
                .contains("centred was probed with no stored image under flip: its capacity is unknown.")
                .doesNotContain("NaN");
        assertThat(unprobed.data().get("cells").get(0).get("restored").isNull()).isTrue();
        assertThat(unprobed.data().get("cells").get(0).get("suffices").booleanValue())
                .isFalse();
    }

    @Test
    void chartsReadTheCellsWithTheirIntervals() throws Exception {
        JsonNode cell = page.data().get("cells").get(0);

        assertThat(cell.get("restored").toString()).isEqualTo("[0.98,0.949713,0.992196]");
        assertThat(cell.get("level").doubleValue()).isEqualTo(0.2);
        assertThat(cell.get("suffices").booleanValue()).isTrue();
    }

    @Test
    void samplesShowOriginalCueAndRestorationWithTheirOverlap() {
        assertThat(ReportPage.matches(page.markup(), "<img src=\"([^\"]*)\""))
                .containsExactly(
                        PatternImage.dataUri(CROSS, 3, 2),
                        PatternImage.dataUri(CROSS.inverse(), 3, 2),
                        PatternImage.dataUri(CROSS, 3, 2));
        assertThat(page.text())
                .contains("original cue −1.000 restored 1.000 image 7, class 4: fixed point after 3 steps");
    }

    @Test
    void everyPictureHasAnAlternative() {
        assertThat(ReportPage.matches(page.markup(), "<img [^>]*alt=\"([^\"]*)\""))
                .containsExactly(
                        "Original, image 7, class 4", "Cue, overlap −1.000", "Restored by centred, overlap 1.000");
    }

    @Test
    void provenanceIsReadableAndComplete() {
        assertThat(page.text())
                .contains("started 2026-02-03T10:11:12Z", "levels.flip 0.1, 0.2")
                .contains("\"started\" : \"2026-02-03T10:11:12Z\"");
    }
}
