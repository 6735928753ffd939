package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The report as people open it: in a browser, from disk. */
class ReportBrowserTest {
    private static final Path SHOTS = Path.of("target/screenshots");

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static TestRuns runs;

    @BeforeAll
    static void sweep() throws IOException {
        browser = Browser.open();
        runs = new TestRuns(folder);
        runs.make();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (runs != null) {
            runs.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1600, 1000, light", "1600, 1000, dark", "390, 844, light", "390, 844, dark"})
    void thePageStandsAloneAndDrawsEveryChart(int width, int height, String scheme) throws IOException {
        browser.open(runs.report("main"), width, height, scheme);
        browser.screenshot(SHOTS.resolve("report-" + width + "-" + scheme + ".png"));

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(undrawn()).isEmpty();
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
    @ValueSource(strings = {"interrupted", "unrecorded", "small", "hostile", "both", "many", "trials"})
    void oddRunsMakeSensiblePages(String run) throws IOException {
        browser.open(runs.report(run), 1600, 1000, "light");
        browser.screenshot(SHOTS.resolve("odd-" + run + ".png"));

        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).isEmpty();
        assertThat(undrawn()).isEmpty();
        assertThat((String) browser.run("return document.body.innerText")).doesNotContain("NaN", "undefined", "null");
    }

    @Test
    void switchesChangeTheHeatMap() {
        browser.open(runs.report("main"), 1600, 1000, "light");
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
        browser.open(runs.report("both"), 1600, 1000, "light");
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

    @Test
    void aPictureIsWhatItsRowSays() {
        browser.open(runs.report("main"), 1600, 1000, "light");
        for (String noise : List.of("flip 0.2", "flip 0.4", "gaussian 1")) {
            browser.select("gallery-noise", noise);
            for (Object shown : (List<?>) browser.run(Scripts.PICTURES)) {
                Map<?, ?> card = (Map<?, ?>) shown;
                Row row = runs.row(
                        "main",
                        (String) card.get("rule"),
                        Integer.parseInt((String) card.get("load")),
                        noise,
                        Integer.parseInt((String) card.get("image")),
                        Integer.parseInt((String) card.get("trial")));
                List<Boolean> original = pixels(card, "original");
                assertThat(original).isEqualTo(runs.pixels(Integer.parseInt((String) card.get("image"))));
                assertThat(original.stream().filter(up -> up).count())
                        .isEqualTo((long) row.<Integer>getAs("foreground"));
                assertThat(agreeing(original, pixels(card, "cue")))
                        .isEqualTo(Math.round(row.<Float>getAs("input_similarity") * 784));
                assertThat(agreeing(original, pixels(card, "restored")))
                        .isEqualTo(Math.round(row.<Float>getAs("similarity") * 784));
                assertThat((String) card.get("caption")).contains(" after " + row.getAs("steps") + " step");
                assertThat(Double.parseDouble(((String) card.get("overlap"))
                                .replace("m = ", "")
                                .replace('−', '-')))
                        .isEqualTo(row.<Float>getAs("overlap"), within(.0005001));
            }
        }
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aRestorationPlaysToTheEnergyOfItsRow() {
        browser.open(runs.report("main"), 1600, 1000, "light");
        browser.select("gallery-rule", "0 centred");
        browser.run("document.querySelector('#restorations button').click()");
        String first = (String) browser.run("return document.getElementById('player-state').textContent");
        browser.run(
                "const s = document.getElementById('player-step'); s.value = s.max; s.dispatchEvent(new Event('input'));");
        String last = (String) browser.run("return document.getElementById('player-state').textContent");
        Map<?, ?> card = (Map<?, ?>) ((List<?>) browser.run(Scripts.PICTURES)).get(0);
        Row row = runs.row(
                "main",
                "centred",
                Integer.parseInt((String) card.get("load")),
                (String) browser.run("return document.getElementById('gallery-noise').value"),
                Integer.parseInt((String) card.get("image")),
                Integer.parseInt((String) card.get("trial")));

        assertThat(first).startsWith("Cue: overlap ");
        assertThat(energy(last)).isEqualTo(row.<Float>getAs("energy"), within(1e-4 * Math.abs(energy(last)) + 1e-6));
        assertThat(energy(first)).as("energy falls").isGreaterThanOrEqualTo(energy(last));
        assertThat(browser.run("return document.querySelectorAll('#energy svg path').length"))
                .isNotEqualTo(0L);
    }

    @Test
    void everyFigureIsThatOfTheRows() {
        browser.open(runs.report("main"), 1600, 1000, "light");
        PageFigures.of((List<?>) browser.run(Scripts.TABLE)).areThoseOf(runs.cells("main"));
        PageFigures.classesAreThoseOf(browser, runs);
    }

    @Test
    void everyChartDrawsTheFiguresOfTheRows() {
        browser.open(runs.report("main"), 1600, 1000, "light");
        CellQueries main = runs.queries("main");
        new DataFigures(browser, main).areThoseOfTheRows();
        new ChartFigures(browser, main).areThoseOfTheRows(List.of("restored", "psnr"));
        browser.open(runs.report("trials"), 1600, 1000, "light");
        CellQueries trials = runs.queries("trials");
        new DataFigures(browser, trials).areThoseOfTheRows();
        new ChartFigures(browser, trials).areThoseOfTheRows(metrics());

        assertThat(browser.console()).isEmpty();
    }

    private static List<String> metrics() {
        return ((List<?>) browser.run("return [...document.getElementById('metric').options].map(one => one.value)"))
                .stream().map(String::valueOf).toList();
    }

    @Test
    void manyRulesUnderManyNoisesLeaveTheFirstScreenReadable() {
        browser.open(runs.report("many"), 1600, 1000, "light");

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
    void thePageIsReadWithoutAMouse() {
        browser.open(runs.report("many"), 1600, 1000, "light");
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
        browser.open(runs.report(run), 1600, 1000, "dark");
        Paper.isReadable(browser, SHOTS.resolve("paper-" + run + ".pdf"));
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void theCommandIsCopiedAndChartsAreDownloaded() {
        browser.open(runs.report("main"), 1600, 1000, "light");

        assertThat((String) browser.run("return document.querySelector('.command code').textContent"))
                .startsWith("./submit.sh sweep --images ")
                .contains(" --noise 'flip=0,0.1,0.2,0.3,0.4; gaussian=1' ", " --seed 1 ")
                .doesNotContain("--out");
        assertThat((List<?>) browser.run(Scripts.DOWNLOADS))
                .hasSize(3)
                .anySatisfy(link -> assertThat((String) link).contains(".csv data:text/csv", "patterns"))
                .anySatisfy(link -> assertThat((String) link).contains("data:image/svg+xml"))
                .anySatisfy(link -> assertThat((String) link).contains("data:image/png;base64,"));
        assertThat(browser.console()).isEmpty();
    }

    private static List<?> undrawn() {
        return (List<?>) browser.run(Scripts.UNDRAWN);
    }

    private static String map() {
        return (String) browser.run("return document.getElementById('maps').innerHTML");
    }

    private static List<Boolean> pixels(Map<?, ?> card, String kind) {
        return ((String) card.get(kind)).chars().mapToObj(c -> c == '1').toList();
    }

    private static long agreeing(List<Boolean> one, List<Boolean> other) {
        long agreeing = 0;
        for (int i = 0; i < one.size(); i++) {
            agreeing += one.get(i).equals(other.get(i)) ? 1 : 0;
        }
        return agreeing;
    }

    private static double energy(String state) {
        return Double.parseDouble(state.replaceAll(".*energy ", ""));
    }
}
