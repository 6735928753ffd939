package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hopfield.metric.Cell;
import hopfield.metric.ClassScore;
import hopfield.metric.Confusion;
import hopfield.metric.Rate;
import hopfield.metric.Rates;
import hopfield.metric.Sample;
import hopfield.pattern.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page of a run of any size is a few megabytes, and says what it leaves out. */
class RoomTest {
    private static final Setting SETTING = new Setting(28, 28, 1, "sync", Setting.Images.RANDOM);
    private static final List<String> RULES = List.of("hebbian", "centred", "projection", "nearest");
    private static final List<String> NOISES = List.of("flip", "gaussian");

    /** 4 rules x 50 loads x 2 noise kinds x 50 levels. */
    private final Report large = report("large", cells(50, 50), List.of());

    @Test
    void aRunOfTwentyThousandCellsIsUnderFiveMegabytes() throws Exception {
        ReportPage page = new ReportPage(HtmlReport.render(large));

        assertThat(large.cells()).hasSize(20_000);
        assertThat(bytes(page)).isLessThan(5_000_000);
        JsonNode cells = page.data().get("cells");
        TreeSet<String> drawn = new TreeSet<>();
        cells.get("rows")
                .forEach(row -> drawn.add(row.get(1).asText() + " " + row.get(4).asText()));
        assertThat(drawn).as("every rule under every noise kind").hasSize(8);
        assertThat(cells.get("rows").size()).isBetween(750, Room.FULL.cells());
        assertThat(page.text())
                .contains("charts draw " + Numbers.count(cells.get("rows").size()) + " of 20,000 cells")
                .contains("These are the first 400 of 20,000 cells; all of them are in capacity.csv.")
                .contains("There is room for the classes of every ")
                .contains("Of a sweep of more than 2,000 cells no restoration is kept to look at");
    }

    @Test
    void severalLargeRunsShareThePage() {
        ReportPage page =
                new ReportPage(HtmlReport.render(List.of(large, report("again", cells(50, 50), List.of()), large)));

        assertThat(bytes(page)).isLessThan(5_000_000);
        assertThat(page.text())
                .contains("again: charts draw ")
                .containsPattern("These are the first \\d+ of 20,000 cells that the runs share; the rows of all are in"
                        + " capacity.csv");
    }

    @Test
    void picturesGiveWayWhereAllTogetherAreTooMany() {
        List<Cell> cells = cells(25, 10);
        ReportPage page = new ReportPage(HtmlReport.render(report("pictures", cells, pictures(cells))));

        assertThat(cells).hasSize(2000);
        assertThat(bytes(page)).isLessThan(5_000_000);
        assertThat(page.text())
                .containsPattern(
                        "The page has room for [\\d,]+ of 6,000 restorations; all of them are in gallery.json.")
                .contains("Of a sweep of more than 500 cells no restoration is chosen by its class");
    }

    @Test
    void whatIsDrawnOfManyCellsKeepsTheRange() {
        ShownCells shown = ShownCells.of(large.cells(), 3000);

        assertThat(shown.cells()).extracting(Cell::patterns).contains(1, 50);
        assertThat(shown.cells()).extracting(Cell::level).contains(0.0, .49);
        assertThat(shown.cells()).hasSizeBetween(750, 3000);
        assertThat(ShownCells.of(large.cells(), 20_000).cells()).isEqualTo(large.cells());
        assertThat(ShownCells.of(large.cells(), 20_000).notes("")).isEmpty();
    }

    @Test
    void aSmallRunLeavesNothingOut() {
        ReportPage page = new ReportPage(HtmlReport.render(report("small", cells(3, 3), List.of())));

        assertThat(page.text()).doesNotContain("charts draw ", "These are the first ", "There is room for");
    }

    private static int bytes(ReportPage page) {
        return page.html().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Report report(String name, List<Cell> cells, List<Sample> samples) {
        return new Report(name, List.of(), SETTING, cells, samples, Map.of("options", Map.of("images", "random")));
    }

    private static List<Cell> cells(int loads, int levels) {
        SplittableRandom random = new SplittableRandom(1);
        List<Cell> cells = new ArrayList<>();
        for (String rule : RULES) {
            for (int load = 1; load <= loads; load++) {
                for (String noise : NOISES) {
                    for (int level = 0; level < levels; level++) {
                        cells.add(classed(Cells.cell(rule, load, noise, level / 100.0, random.nextInt(1001), 1000)));
                    }
                }
            }
        }
        return cells;
    }

    /** Ten classes, each taken for any. */
    private static Cell classed(Cell cell) {
        Rate rate = new Rate(50, 100);
        Confusion confusion = new Confusion(IntStream.range(0, 100)
                .mapToObj(k -> new Confusion.Entry(k / 10, k % 10, 10))
                .toList());
        return new Cell(
                cell.rule(),
                cell.patterns(),
                cell.neurons(),
                cell.noise(),
                cell.level(),
                cell.images(),
                cell.means(),
                cell.rates(),
                cell.became(),
                confusion,
                cell.unstored(),
                cell.errors(),
                IntStream.range(0, 10)
                        .mapToObj(
                                label -> new ClassScore(label, new Rates(rate, rate, rate, rate), .9, Cells.error(.01)))
                        .toList());
    }

    private static List<Sample> pictures(List<Cell> cells) {
        Pattern pattern = new Pattern(784, new long[Pattern.wordsFor(784)]);
        List<Sample.State> states = IntStream.range(0, 5)
                .mapToObj(step -> new Sample.State(step, -step, pattern))
                .toList();
        return cells.stream()
                .flatMap(cell -> List.of("best", "median", "worst").stream()
                        .map(role -> new Sample(
                                cell.rule(),
                                cell.patterns(),
                                cell.noise(),
                                cell.level(),
                                0,
                                7,
                                0,
                                4,
                                List.of(role),
                                1000,
                                pattern,
                                states,
                                "fixed_point",
                                3)))
                .toList();
    }
}
