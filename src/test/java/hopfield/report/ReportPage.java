package hopfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Cell;
import hopfield.metric.Confusion;
import hopfield.metric.FinalStates;
import hopfield.metric.Generalisation;
import hopfield.metric.Means;
import hopfield.metric.Rate;
import hopfield.metric.Rates;
import hopfield.metric.Sample;
import hopfield.pattern.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** A report of one cell for tests to look at, whole or in parts. */
record ReportPage(String html) {
    static final Pattern CROSS = Pattern.of(false, true, false, true, true, true);
    private static final String DATA = "<script type=\"application/json\" id=\"data\">([\\s\\S]*?)</script>";

    static ReportPage of(Rate restored) {
        return of("centred", restored);
    }

    /** One cell, sample, warning and provenance, each of which names a name. */
    static ReportPage of(String name, Rate restored) {
        return of(name, restored, List.of());
    }

    /** The same, where classes have names; the sample is of class 4. */
    static ReportPage of(String name, Rate restored, List<String> classes) {
        long n = restored.trials();
        Rate exact = new Rate(n / 2, n);
        Rate identified = new Rate(n - n / 100, n);
        Cell cell = new Cell(
                name,
                5,
                6,
                "flip",
                0.2,
                1000,
                new Means(0.8, 0.99, 0.868, 0.98, 0.91, 0.77, 20, 3.2, new Rate(970, 1000)),
                new Rates(exact, restored, identified, new Rate(n / 4, n / 2)),
                new FinalStates(List.of(restored.successes(), 0L, n - restored.successes(), 0L, 0L)),
                new Confusion(List.of()),
                new Generalisation(
                        1000 - n,
                        0.8,
                        0.91,
                        new Rate(500, 1000 - n),
                        new Rate(0, 0),
                        Cells.error(.003),
                        Cells.error(.004)),
                Cells.errors(0.01, 0.02, 0.03, 0.1, 0.04, 0.05, 0.06),
                List.of());
        Sample sample = new Sample(
                name,
                5,
                "flip",
                0.2,
                0,
                7,
                0,
                4,
                List.of("best"),
                1,
                CROSS,
                List.of(new Sample.State(0, 1.5, CROSS.inverse()), new Sample.State(2, -4.5, CROSS)),
                "fixed_point",
                3);
        Map<String, Object> provenance = Map.of(
                "data",
                Map.of("source", "Images of " + name, "classes", List.of("a", "b", "c", "d", name)),
                "started",
                Instant.parse("2026-02-03T10:11:12Z"),
                "options",
                Map.of("rule", name, "levels", Map.of("flip", List.of(0.1, 0.2))));
        return new ReportPage(HtmlReport.render(new Report(
                "run of " + name,
                List.of("Beware of " + name),
                new Setting(3, 2, 1, "sync", Setting.Images.PICTURES, classes),
                List.of(cell),
                List.of(sample),
                provenance)));
    }

    /** Cells alone, of pictures of 28 x 28 probed once at each level. */
    static ReportPage of(Cell... cells) {
        return of(new Setting(28, 28, 1, "sync", Setting.Images.PICTURES), cells);
    }

    static ReportPage of(Setting setting, Cell... cells) {
        return new ReportPage(
                HtmlReport.render(new Report("Cells", List.of(), setting, List.of(cells), List.of(), Map.of())));
    }

    /** What stands outside the scripts. */
    String markup() {
        return html.replaceAll("<script[^>]*>[\\s\\S]*?</script>", "");
    }

    /** The markup as it is read: without tags, one space between words. */
    String text() {
        return markup().replaceAll("<[^>]*>", " ")
                .replace("&#x3D;", "=")
                .replace("&quot;", "\"")
                .replaceAll("[ \\n]+", " ");
    }

    /** What the charts read. */
    JsonNode data() throws JsonProcessingException {
        return new ObjectMapper().readTree(matches(html, DATA).get(0));
    }

    /** One field of the first cell, as the charts read it. */
    JsonNode cell(String name) throws JsonProcessingException {
        JsonNode cells = data().get("cells");
        for (int k = 0; k < cells.get("names").size(); k++) {
            if (cells.get("names").get(k).asText().equals(name)) {
                return cells.get("rows").get(0).get(k);
            }
        }
        throw new IllegalArgumentException("cells have no " + name);
    }

    /** The first group of every match. */
    static List<String> matches(String text, String regex) {
        return java.util.regex.Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
