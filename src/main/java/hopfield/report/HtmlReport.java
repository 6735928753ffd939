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

/**
 * A report as one HTML file that needs no network: charts, style and data are within it, and its content security policy
 * lets nothing be loaded and no script run but the two that are named by their hash.
 */
public final class HtmlReport {
    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";
    /** The charts' scripts, in the order in which they run, in one scope. */
    private static final List<String> CHARTS = List.of(
            "metrics.js",
            "drawing.js",
            "grid-charts.js",
            "reach-charts.js",
            "outcome-charts.js",
            "theory-chart.js",
            "page.js");
    /** An image of MNIST is 28 pixels across: three screen pixels each. */
    private static final int SHOWN_WIDTH = 84;

    private HtmlReport() {}

    /** The whole page. */
    public static String render(Report report) {
        return Mustache.compiler()
                .withLoader(part -> new StringReader(resource(part + ".mustache")))
                .compile(resource("report.mustache"))
                .execute(page(report));
    }

    private static Map<String, Object> page(Report report) {
        String echarts = resource(ECHARTS);
        String charts = CHARTS.stream()
                .map(HtmlReport::resource)
                .collect(Collectors.joining("\n", "'use strict';\n(() => {\n", "})();\n"));
        Theory theory = Theory.of(report);
        Baseline baseline = Baseline.of(report.cells());
        List<Cell> cells = report.cells();
        List<SampleGroup> groups = SampleGroup.of(report);
        List<Provenance> provenance = Provenance.of(report.provenance());
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("headline", report.headline());
        page.put("warnings", report.warnings());
        page.put("hasWarnings", !report.warnings().isEmpty());
        page.put("facts", Fact.of(report));
        page.put("hasCells", !cells.isEmpty());
        page.put("answers", Answer.of(cells));
        page.put("capacities", CapacityTable.of(cells));
        page.put("basins", BasinTable.of(cells));
        page.put("baselineAnswers", baseline.answers());
        page.put("baselines", baseline.tables());
        page.put("hasBaseline", !baseline.comparisons().isEmpty());
        page.put("unstored", UnstoredRow.of(cells));
        page.put("hasUnstored", cells.stream().anyMatch(cell -> cell.unstored().probes() > 0));
        page.put("hasConfusion", ChartData.hasConfusion(cells));
        page.put("hasTheory", !theory.cells().isEmpty());
        page.put("theories", theory.tables());
        page.put("trials", report.setting().trials());
        page.put("severalTrials", report.setting().trials() > 1);
        page.put("rows", cells.stream().map(CellRow::of).toList());
        page.put("hasNearest", cells.stream().anyMatch(cell -> cell.rule().equals(Baseline.RULE)));
        page.put("hasGallery", !groups.isEmpty());
        page.put("galleries", groups);
        page.put("width", report.setting().width());
        page.put("height", report.setting().height());
        page.put(
                "shownWidth",
                report.setting().width()
                        * Math.max(1, SHOWN_WIDTH / Math.max(1, report.setting().width())));
        page.put("hasProvenance", !provenance.isEmpty());
        page.put("provenance", provenance);
        page.put("provenanceJson", Json.pretty(Provenance.plain(report.provenance())));
        page.put("data", ChartData.of(cells, report.setting().classes(), theory));
        page.put("style", resource("report.css"));
        page.put("echarts", echarts);
        page.put("charts", charts);
        page.put("scripts", sha256(echarts) + " " + sha256(charts));
        return page;
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
