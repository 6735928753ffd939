package hopfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Rate;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data of the report's charts; not-a-number becomes null. */
final class ChartData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(6);

    private ChartData() {}

    /**
     * A JSON object that is safe within a script element: no data can close it.
     *
     * @param shown the cells that are drawn of each run
     * @param gallery the pictures
     */
    static String of(List<Report> runs, List<ShownCells> shown, List<Theory> theories, GalleryData gallery, Room room) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("runs", runs.stream().map(ChartData::run).toList());
        json.put("cells", CellData.of(shown, room.entries()));
        json.put("capacities", ofRuns(runs, shown, (run, some) -> Capacity.of(run.cells()).stream()
                .filter(one -> some.hasLevel(one.noise(), one.level()))
                .map(ReachData::of)));
        json.put("basins", ofRuns(runs, shown, (run, some) -> Basin.of(run.cells()).stream()
                .filter(one -> some.hasLoad(one.patterns()))
                .map(ReachData::of)));
        json.put("theory", TheoryData.of(theories));
        json.put("gallery", gallery.trees());
        return write(json).replace("<", "\\u003c");
    }

    private static Map<String, Object> run(Report run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", run.name());
        json.put("update", run.setting().update());
        json.put("width", run.setting().width());
        json.put("height", run.setting().height());
        json.put("classes", run.setting().classes());
        return json;
    }

    private static List<Map<String, Object>> ofRuns(
            List<Report> runs,
            List<ShownCells> shown,
            BiFunction<Report, ShownCells, Stream<Map<String, Object>>> trees) {
        return IntStream.range(0, runs.size())
                .boxed()
                .flatMap(run -> trees.apply(runs.get(run), shown.get(run)).peek(json -> json.put("run", run)))
                .toList();
    }

    private static String write(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Six digits; nothing for what is not finite. */
    static BigDecimal number(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : null;
    }

    /** [value, low, high], or nothing for the rate of no trials. */
    static List<BigDecimal> rate(Rate rate) {
        return rate.trials() == 0 ? null : List.of(number(rate.value()), number(rate.low()), number(rate.high()));
    }
}
