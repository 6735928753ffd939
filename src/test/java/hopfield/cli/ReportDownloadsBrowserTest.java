package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out of the report stands alone. */
@ExtendWith(OpenReports.class)
class ReportDownloadsBrowserTest {
    /** Presses the button; the text that arrives in the clipboard, or is selected, and what the button says then. */
    private static final String COPY =
            """
            const [clipboard] = arguments;
            let arrived = null;
            Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText: async text => {
              if (clipboard !== 'granted') throw new DOMException('not allowed', 'NotAllowedError');
              arrived = text;
            }}});
            document.execCommand = command => {
              if (command !== 'copy') throw new Error(command);
              arrived = String(getSelection());
              return clipboard === 'refused';
            };
            const button = document.querySelector('button.copy');
            button.click();
            for (let k = 0; k < 100 && button.textContent === 'Copy'; k++) await new Promise(done => setTimeout(done, 10));
            return [arrived, button.textContent];""";

    private final OpenReports.Reports reports;
    private final Browser browser;

    ReportDownloadsBrowserTest(OpenReports.Reports reports) {
        this.reports = reports;
        this.browser = reports.browser();
    }

    /** Where there is a clipboard, where it is refused, and where the page may not copy at all. */
    @ParameterizedTest
    @CsvSource({"granted, Copied", "refused, Copied", "forbidden, Selected: copy it by hand"})
    void theCommandIsCopied(String clipboard, String said) {
        reports.open("main");
        Object copied = browser.await(COPY, clipboard);
        String command = (String) browser.run("return document.querySelector('.command code').textContent");

        assertThat(copied).isEqualTo(List.of(command, said));
        assertThat(command)
                .startsWith("./submit.sh sweep --images ")
                .contains(" --noise 'flip=0,0.1,0.2,0.3,0.4; gaussian=1' ", " --seed 1 ")
                .doesNotContain("--out");
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"main, 1600, light", "both, 1600, dark", "random, 390, light"})
    void aSavedChartHasItsTitleAxesLegendAndBackground(String run, int width, String scheme) {
        browser.open(reports.runs().report(run), width, 1000, scheme);
        browser.select("metric", "similarity");
        Object saved = browser.await(Scripts.DOWNLOADS);

        assertThat(saved).as("all pictures can be read").isInstanceOf(List.class);
        assertThat((List<?>) saved).hasSizeGreaterThan(6);
        for (Object one : (List<?>) saved) {
            Map<?, ?> chart = (Map<?, ?>) one;
            String as = (String) chart.get("chart");
            List<String> texts = texts(chart.get("texts"));
            assertThat(texts(chart.get("names")))
                    .as(as)
                    .satisfiesExactly(
                            csv -> assertThat(csv).endsWith(".csv"),
                            svg -> assertThat(svg).endsWith(".svg"),
                            png -> assertThat(png).endsWith(".png"));
            assertThat((String) chart.get("csv")).as(as).startsWith("data:text/csv");
            assertThat(String.join(" ", texts)).as(as).contains((String) chart.get("title"));
            assertThat(texts).as(as).containsAll(texts(chart.get("legend"))).containsAll(texts(chart.get("axes")));
            for (String kind : List.of("svg", "png")) {
                Map<?, ?> picture = (Map<?, ?>) chart.get(kind);
                assertThat(picture.get("corner")).as(as + " on its panel").isEqualTo(chart.get("panel"));
                assertThat(picture.get("opaque")).as(as).isEqualTo(true);
                assertThat((Long) picture.get("title"))
                        .as(as + ": ink of the title")
                        .isGreaterThan(200);
                assertThat((Long) picture.get("all")).as(as).isGreaterThan(2000);
                assertThat((Long) picture.get("width")).as(as).isGreaterThanOrEqualTo(600);
            }
        }
        assertThat(browser.console()).isEmpty();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
