package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the report is that of the rows, by queries of its own. */
@ExtendWith(OpenReports.class)
class ReportFiguresBrowserTest {
    private final OpenReports.Reports reports;
    private final Browser browser;

    ReportFiguresBrowserTest(OpenReports.Reports reports) {
        this.reports = reports;
        this.browser = reports.browser();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"main: main", "trials: trials", "random: random", "both: main, async, random"})
    void everyTableSaysTheFiguresOfTheRows(String page, String runs) {
        reports.open(page);
        QueriedCells cells = cells(List.of(runs.split(", ")));

        new CellTableFigures(browser, cells).areThoseOfTheRows();
        new RuleTableFigures(browser, cells).areThoseOfTheRows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "trials"})
    void everyClassAndEveryAnswerIsThatOfTheRows(String run) {
        reports.open(run);
        QueriedCells cells = cells(List.of(run));

        new AnswerFigures(browser, cells).areThoseOfTheRows();
        for (String rule : List.of("hebbian", "projection")) {
            new CellTableFigures(browser, cells).classesAreThoseOfTheRows(rule);
        }
    }

    @Test
    void everyChartDrawsTheFiguresOfTheRows() {
        reports.open("main");
        figures(List.of("main"), List.of("flip", "gaussian"), List.of("restored", "psnr"));
        reports.open("trials");
        figures(List.of("trials"), List.of("flip"), metrics());

        assertThat(browser.console()).isEmpty();
    }

    @Test
    void everyChartOfSeveralRunsDrawsTheFiguresOfEach() {
        reports.open("both");
        figures(List.of("main", "async", "random"), List.of("flip", "gaussian"), List.of("restored", "similarity"));

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

    private QueriedCells cells(List<String> names) {
        return new QueriedCells(
                names, names.stream().map(reports.runs()::queries).toList());
    }

    private void figures(List<String> names, List<String> noises, List<String> metrics) {
        QueriedCells cells = cells(names);
        for (int run = 0; run < names.size(); run++) {
            new DataFigures(browser, cells.queries(run), run).areThoseOfTheRows();
        }
        new ChartFigures(browser, cells).areThoseOfTheRows(noises, metrics);
    }

    private List<String> metrics() {
        return ((List<?>) browser.run("return [...document.getElementById('metric').options].map(one => one.value)"))
                .stream().map(String::valueOf).toList();
    }
}
