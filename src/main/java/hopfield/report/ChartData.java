package hopfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Cell;
import hopfield.metric.Confusion;
import hopfield.metric.Generalisation;
import hopfield.metric.PeakSignalToNoise;
import hopfield.metric.Rate;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the charts of the report's scripts read; not-a-number becomes null. */
final class ChartData {
    /** Classes that a heat map has room for. */
    static final int MOST_CLASSES = 64;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(6);

    private ChartData() {}

    /** A JSON object that is safe within a script element: no data can close it. */
    static String of(List<Cell> cells, List<String> classes, Theory theory) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cells", cells.stream().map(ChartData::cell).toList());
        json.put("classes", classes);
        json.put("capacities", Capacity.of(cells).stream().map(ReachData::of).toList());
        json.put("basins", Basin.of(cells).stream().map(ReachData::of).toList());
        json.put("theory", TheoryData.of(theory));
        return write(json).replace("<", "\\u003c");
    }

    /** Whether a heat map of classes can be drawn of any cell. */
    static boolean hasConfusion(List<Cell> cells) {
        return cells.stream().anyMatch(ChartData::hasConfusion);
    }

    private static boolean hasConfusion(Cell cell) {
        int classes = cell.confusion().classes().size();
        return classes > 0 && classes <= MOST_CLASSES;
    }

    private static String write(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> cell(Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", cell.rule());
        json.put("patterns", cell.patterns());
        json.put("load", number(cell.load()));
        json.put("noise", cell.noise());
        json.put("level", number(cell.level()));
        json.put("images", cell.images());
        json.put("stored", cell.stored());
        json.put("suffices", Capacity.suffices(cell));
        json.put("inputSimilarity", number(cell.inputSimilarity()));
        json.put("similarity", number(cell.similarity()));
        json.put("blankSimilarity", number(cell.blankSimilarity()));
        json.put("overlap", number(cell.overlap()));
        json.put("ssim", number(cell.means().ssim()));
        json.put("psnr", number(cell.means().psnr()));
        json.put("inputPsnr", number(PeakSignalToNoise.decibels(1 - cell.inputSimilarity())));
        json.put("blankPsnr", number(PeakSignalToNoise.decibels(1 - cell.blankSimilarity())));
        json.put("restored", rate(cell.restored()));
        json.put("identified", rate(cell.identified()));
        json.put("exact", rate(cell.exact()));
        json.put("improved", rate(cell.rates().improved()));
        json.put("became", cell.became().counts());
        if (hasConfusion(cell)) {
            json.put(
                    "confusion",
                    cell.confusion().entries().stream().map(ChartData::entry).toList());
        }
        if (cell.unstored().probes() > 0) {
            json.put("unstored", unstored(cell.unstored()));
        }
        return json;
    }

    /** [label, nearest label, count]. */
    private static List<Long> entry(Confusion.Entry entry) {
        return List.of((long) entry.label(), (long) entry.nearestLabel(), entry.count());
    }

    private static Map<String, Object> unstored(Generalisation unstored) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("probes", unstored.probes());
        json.put("inputSimilarity", number(unstored.inputSimilarity()));
        json.put("similarity", number(unstored.similarity()));
        json.put("improved", rate(unstored.improved()));
        json.put("sameClass", rate(unstored.sameClass()));
        return json;
    }

    /** Six digits; nothing for what is not finite. */
    static BigDecimal number(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : null;
    }

    /** [value, low, high], or nothing for the rate of no trials. */
    private static List<BigDecimal> rate(Rate rate) {
        return rate.trials() == 0 ? null : List.of(number(rate.value()), number(rate.low()), number(rate.high()));
    }
}
