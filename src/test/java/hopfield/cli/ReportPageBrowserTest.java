package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as people open it: in a browser, from disk. */
@ExtendWith(OpenReports.class)
class ReportPageBrowserTest {
    private static final Path SHOTS = Path.of("target/screenshots");

    private final OpenReports.Reports reports;
    private final Browser browser;

    ReportPageBrowserTest(OpenReports.Reports reports) {
        this.reports = reports;
        this.browser = reports.browser();
    }

    @ParameterizedTest
    @CsvSource({"1600, 1000, light", "1600, 1000, dark", "390, 844, light", "390, 844, dark"})
    void thePageStandsAloneAndDrawsEveryChart(int width, int height, String scheme) throws IOException {
        browser.open(reports.runs().report("main"), width, height, scheme);
        browser.screenshot(SHOTS.resolve("report-" + width + "-" + scheme + ".png"));

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(reports.undrawn()).isEmpty();
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .as("nothing hangs over the side")
                .isLessThanOrEqualTo(width);
        assertThat((List<?>) browser.run(Scripts.FAINT))
                .as("contrast below 4.5")
                .isEmpty();
        assertThat((List<?>) browser.run(Scripts.FAINT_IN_CHARTS))
                .as("contrast below 4.5 in charts")
                .isEmpty();
        assertThat((List<?>) browser.run(Keyboard.NAMELESS))
                .as("without a name for a screen reader")
                .isEmpty();
        browser.wholeScreenshot(SHOTS.resolve("whole-" + width + "-" + scheme + ".png"));
        if (width == 1600) {
            assertThat((Number)
                            browser.run("return document.querySelector('#maps svg').getBoundingClientRect().bottom"))
                    .as("the heat map is on the first screen")
                    .extracting(Number::doubleValue)
                    .satisfies(bottom -> assertThat(bottom).isLessThan(height));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"interrupted", "unrecorded", "small", "hostile", "both", "apart", "many", "trials", "random"})
    void oddRunsMakeSensiblePages(String run) throws IOException {
        browser.open(reports.runs().report(run), 1600, 1000, "light");
        browser.screenshot(SHOTS.resolve("odd-" + run + ".png"));

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(reports.undrawn()).isEmpty();
        assertThat((String) browser.run("return document.body.innerText")).doesNotContain("NaN", "undefined", "null");
        browser.open(reports.runs().report(run), 390, 844, "dark");
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .as("nothing hangs over the side of a phone, whatever the names")
                .isLessThanOrEqualTo(390);
    }

    /** One run's best rule was never under the other's noise kind. */
    @Test
    void runsThatShareNoNoiseOpenOnCellsThatWereMeasured() {
        reports.open("apart");

        assertThat(browser.run("return document.getElementById('rule').value")).isEqualTo("projection");
        assertThat(browser.run("return document.getElementById('noise').value")).isEqualTo("square");
        browser.select("noise", "flip");
        assertThat(browser.run("return document.getElementById('became-title').textContent"))
                .isEqualTo("projection: what restorations became: no stored probes");
    }

    @Test
    void theTableOfAllCellsFitsAProjector() {
        reports.open("main");

        assertThat(browser.run("const {scrollWidth, clientWidth} = document.querySelector('.cells').parentElement;"
                        + " return scrollWidth - clientWidth"))
                .isEqualTo(0L);
    }

    @Test
    void manyRulesUnderManyNoisesLeaveTheFirstScreenReadable() {
        browser.open(reports.runs().report("many"), 1600, 1000, "light");

        assertThat((Number) browser.run("return document.getElementById('charts').getBoundingClientRect().top"))
                .as("the answers of 7 rules under 6 noise kinds fit the screen")
                .extracting(Number::doubleValue)
                .satisfies(top -> assertThat(top).isLessThan(1100));
        assertThat((List<?>) browser.run(
                        "return [...document.querySelectorAll('.fold > summary')].map(one => one.textContent)"))
                .hasSize(5)
                .allSatisfy(summary -> assertThat((String) summary).matches("Under [a-z-]+ noise, .+ 95\u00a0% at .+"));
    }

    @Test
    void aChartThatLosesItsLinesIsNoticed() {
        reports.open("main");
        browser.run("document.querySelectorAll('#curves svg path').forEach(one => {"
                + " if (one.getAttribute('stroke-width') === '2') one.remove(); })");

        assertThat(reports.undrawn()).isNotEmpty().allSatisfy(lacking -> assertThat((String) lacking)
                .startsWith("curves: line "));
    }

    @Test
    void classNamesOfFoldersAreText() {
        reports.open("hostile");

        assertThat((String) browser.run("return document.getElementById('classes').innerText"))
                .contains(TestPictures.HOSTILE);
        assertThat((String) browser.run("return document.getElementById('gallery').innerText"))
                .contains("class " + TestPictures.HOSTILE.get(0));
        assertThat(browser.run("return document.querySelectorAll('img').length"))
                .isEqualTo(0L);
        assertThat(browser.run("return document.scripts.length"))
                .as("the data, the charts' library and the page's own script")
                .isEqualTo(3L);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void anInterruptedRunShowsThePicturesOfWhatIsFinished() {
        reports.open("interrupted");

        assertThat((String) browser.run("return document.getElementById('answer').innerText"))
                .contains("The run is not complete: 90 of 120 cells are there.");
        assertThat(browser.run(
                        "return [...document.getElementById('gallery-rule').options].map(one => one.textContent)"))
                .isEqualTo(List.of("hebbian", "centred", "nearest"));
        assertThat((List<?>) browser.run(Scripts.PICTURES)).isNotEmpty();
        reports.open("unrecorded");
        assertThat((String) browser.run("return document.getElementById('gallery').innerText"))
                .contains(
                        "No restoration was kept with these metrics. The sweep's own command, with another --out, makes them.");
        assertThat(browser.console()).isEmpty();
    }
}
