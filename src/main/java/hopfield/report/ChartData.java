package hopfield.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hopfield.metric.Cell;
import hopfield.metric.Rate;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells as the charts of report.js read them; not-a-number becomes null. */
final class ChartData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(6);

    private ChartData() {}

    /** A JSON array of cells that is safe within a script element: no data can close it. */
    static String of(List<Cell> cells) {
        return write(cells.stream().map(ChartData::cell).toList()).replace("<", "\\u003c");
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
        json.put("restored", rate(cell.restored()));
        json.put("identified", rate(cell.identified()));
        json.put("exact", rate(cell.exact()));
        return json;
    }

    private static BigDecimal number(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS) : null;
    }

    /** [value, low, high], or nothing for the rate of no trials. */
    private static List<BigDecimal> rate(Rate rate) {
        return rate.trials() == 0 ? null : List.of(number(rate.value()), number(rate.low()), number(rate.high()));
    }
}
