package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The report in use: its switches, the keyboard, paper. */
@ExtendWith(OpenReports.class)
class ReportUseBrowserTest {
    private static final Path SHOTS = Path.of("target/screenshots");

    private final OpenReports.Reports reports;
    private final Browser browser;

    ReportUseBrowserTest(OpenReports.Reports reports) {
        this.reports = reports;
        this.browser = reports.browser();
    }

    @Test
    void thePageIsReadWithoutAMouse() {
        browser.open(reports.runs().report("many"), 1600, 1000, "light");
        Keyboard keyboard = new Keyboard(browser);
        keyboard.walksThePage();

        String before = map();
        keyboard.press("metric", Keys.ARROW_DOWN);
        assertThat(map()).as("an arrow turns a switch").isNotEqualTo(before);
        keyboard.press("theme", Keys.ENTER);
        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("dark");
        browser.run("document.querySelector('.fold summary').focus()");
        browser.press(Keys.ENTER);
        assertThat(browser.run("return document.querySelector('.fold').open")).isEqualTo(true);
        browser.run("document.querySelector('#restorations button').focus()");
        browser.press(Keys.ENTER);
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("player-play");
        browser.press(Keys.TAB, Keys.ENTER);
        assertThat(browser.run("return document.getElementById('player').hidden"))
                .isEqualTo(true);
        assertThat(browser.run("return document.activeElement === document.querySelector('#restorations button')"))
                .as("the focus goes back to where it came from")
                .isEqualTo(true);
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "many", "both"})
    void thePagePrints(String run) throws IOException {
        browser.open(reports.runs().report(run), 1600, 1000, "dark");
        Paper.isReadable(browser, SHOTS.resolve("paper-" + run + ".pdf"));
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void switchesChangeTheHeatMap() {
        browser.open(reports.runs().report("main"), 1600, 1000, "light");
        List<String> seen = new ArrayList<>(List.of(map()));
        for (String metric : List.of("exact", "identified", "overlap", "similarity", "improvement", "ssim", "steps")) {
            browser.select("metric", metric);
            assertThat(map()).as(metric).isNotIn(seen);
            seen.add(map());
        }
        browser.select("rule", "hebbian");
        assertThat(map()).isNotIn(seen);
        browser.select("noise", "gaussian");
        assertThat(map()).contains("gaussian");
        browser.open(reports.runs().report("both"), 1600, 1000, "light");
        browser.select("rule", "centred");
        assertThat(browser.run("return document.querySelectorAll('#maps .map').length"))
                .isEqualTo(2L);
        String both = map();
        browser.select("update", "async");
        assertThat(map()).isNotEqualTo(both);
        assertThat(browser.run("return document.querySelectorAll('#maps .map').length"))
                .isEqualTo(1L);
        assertThat(browser.console()).isEmpty();
    }

    private String map() {
        return (String) browser.run("return document.getElementById('maps').innerHTML");
    }
}
