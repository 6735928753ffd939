package hopfield.report;

import com.samskivert.mustache.Mustache;
import hopfield.metric.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report as one HTML file that needs no network: charts, style and data are within it, and its content security policy
 * lets nothing be loaded and no script run but the two that are named by their hash.
 */
public final class HtmlReport {
    /** The largest page that opens at once and can be sent by mail. */
    static final int MOST_BYTES = 5_000_000;

    /** A day as ISO 8601 has it, which no line breaks. */
    private static final String DAY = "\\b\\d{4}-\\d\\d-\\d\\d\\b";

    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";
    /** The page's scripts, in the order in which they run, in one scope. */
    private static final List<String> CHARTS = List.of(
            "metrics.js",
            "switches.js",
            "drawing.js",
            "downloads.js",
            "heat-map.js",
            "lines.js",
            "curves.js",
            "reach-charts.js",
            "outcome-charts.js",
            "class-table.js",
            "theory-chart.js",
            "pictures.js",
            "player.js",
            "gallery.js",
            "page.js");

    private HtmlReport() {}

    /** The page of one run. */
    public static String render(Report report) {
        return render(List.of(report));
    }

    /** The page of one run, or of several side by side; at least one. At most {@value #MOST_BYTES} bytes: it says what it leaves out. */
    public static String render(List<Report> runs) {
        Room room = Room.FULL;
        String page = render(runs, room);
        while (page.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES && !room.isLeast()) {
            room = room.halved();
            page = render(runs, room);
        }
        return page;
    }

    private static String render(List<Report> runs, Room room) {
        return Mustache.compiler()
                .withLoader(part -> new StringReader(resource(part + ".mustache")))
                .compile(resource("report.mustache"))
                .execute(page(runs, room));
    }

    private static Map<String, Object> page(List<Report> runs, Room room) {
        String echarts = resource(ECHARTS);
        String charts = CHARTS.stream()
                .map(HtmlReport::resource)
                .collect(Collectors.joining("\n", "'use strict';\n(() => {\n", "})();\n"));
        boolean several = runs.size() > 1;
        Room each = room.shared(runs.size());
        List<ShownCells> shown = runs.stream()
                .map(run -> ShownCells.of(run.cells(), each.cells()))
                .toList();
        List<Theory> theories = Theory.of(runs, shown);
        GalleryData gallery = GalleryData.of(runs, room.pictures());
        List<Cell> cells = runs.stream().flatMap(run -> run.cells().stream()).toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", several ? runs.size() + " runs side by side" : Headline.of(runs.get(0)));
        page.put("several", several);
        page.put("days", (Mustache.Lambda)
                (text, out) -> out.write(text.execute().replaceAll(DAY, "<time>$0</time>")));
        page.put(
                "runs",
                runs.stream().map(run -> RunPage.of(run, several, each.rows())).toList());
        page.put("hasCells", !cells.isEmpty());
        page.put("hasRestored", cells.stream().anyMatch(cell -> cell.stored() > 0));
        page.put("comparison", several ? filled(RunComparison.restored(runs, room.rows())) : List.of());
        page.put("differences", several ? filled(RunComparison.differences(runs)) : List.of());
        page.put("hasBaseline", cells.stream().anyMatch(cell -> cell.rule().equals(Baseline.RULE)));
        page.put("hasUnstored", cells.stream().anyMatch(cell -> cell.unstored().probes() > 0));
        page.put("hasConfusion", cells.stream().anyMatch(CellData::hasConfusion));
        page.put("drawnNotes", drawnNotes(runs, shown));
        page.put("classNotes", CellData.notes(shown, room.entries()));
        page.put("hasTheory", !theories.isEmpty());
        page.put(
                "theories",
                theories.stream().flatMap(theory -> theory.tables().stream()).toList());
        page.put("hasGallery", !gallery.trees().isEmpty());
        page.put("galleryNotes", GalleryNotes.of(runs, gallery));
        page.put("data", ChartData.of(runs, shown, theories, gallery, room));
        page.put("style", resource("report.css"));
        page.put("echarts", echarts);
        page.put("charts", charts);
        page.put("scripts", sha256(echarts) + " " + sha256(charts));
        return page;
    }

    /** The table, if there is anything in it. */
    private static List<RuleTable> filled(RuleTable table) {
        return table.rows().isEmpty() ? List.of() : List.of(table);
    }

    private static List<String> drawnNotes(List<Report> runs, List<ShownCells> shown) {
        return IntStream.range(0, runs.size())
                .boxed()
                .flatMap(run -> {
                    String name = runs.size() > 1 ? runs.get(run).name() : "";
                    return Stream.concat(
                            shown.get(run).notes(name).stream(),
                            CellData.tooManyClasses(runs.get(run).cells(), name).stream());
                })
                .toList();
    }

    /** A text on the class path: beside this class, or at an absolute path. */
    private static String resource(String path) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + path + ": build the jar with mvn package");
            }
            // As an HTML parser reads it, so that the hash is that of what the browser sees.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script's source in the terms of a content security policy. */
    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
