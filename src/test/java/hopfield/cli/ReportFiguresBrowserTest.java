package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every figure of the report is that of the rows, by queries of its own. */
@ExtendWith(OpenReports.class)
class ReportFiguresBrowserTest {
    private final OpenReports.Reports reports;
    private final Browser browser;

    ReportFiguresBrowserTest(OpenReports.Reports reports) {
        this.reports = reports;
        this.browser = reports.browser();
    }

    @Test
    void everyFigureIsThatOfTheRows() {
        reports.open("main");
        PageFigures.of((List<?>) browser.run(Scripts.TABLE))
                .areThoseOf(reports.runs().cells());
        PageFigures.classesAreThoseOf(browser, reports.runs());
    }

    @Test
    void everyChartDrawsTheFiguresOfTheRows() {
        reports.open("main");
        figures(List.of("main"), List.of("restored", "psnr"));
        reports.open("trials");
        figures(List.of("trials"), metrics());

        assertThat(browser.console()).isEmpty();
    }

    @Test
    void everyChartOfSeveralRunsDrawsTheFiguresOfEach() {
        reports.open("both");
        figures(List.of("main", "async", "random"), List.of("restored", "similarity"));

        assertThat(browser.console()).isEmpty();
    }

    @Test
    void theoryIsDrawnBesideWhatRandomPatternsGave() {
        reports.open("random");
        new TheoryFigures(browser, reports.runs().queries("random")).areThoseOfTheory("");
        reports.open("both");
        new TheoryFigures(browser, reports.runs().queries("random")).areThoseOfTheory("");

        assertThat(browser.console()).isEmpty();
    }

    private void figures(List<String> names, List<String> metrics) {
        List<CellQueries> queries = names.stream().map(reports.runs()::queries).toList();
        for (int run = 0; run < names.size(); run++) {
            new DataFigures(browser, queries.get(run), run).areThoseOfTheRows();
        }
        new ChartFigures(browser, names, queries).areThoseOfTheRows(metrics);
    }

    private List<String> metrics() {
        return ((List<?>) browser.run("return [...document.getElementById('metric').options].map(one => one.value)"))
                .stream().map(String::valueOf).toList();
    }
}
