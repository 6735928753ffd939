package hopfield.report;

import hopfield.metric.Cell;
import hopfield.theory.OneStep;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Theory as its chart reads it. */
final class TheoryData {
    private TheoryData() {}

    /** Nothing where theory has nothing to say. */
    static Map<String, Object> of(Theory theory) {
        if (theory.cells().isEmpty()) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("end", ChartData.number(theory.end()));
        json.put("points", theory.cells().stream().map(TheoryData::point).toList());
        json.put("laws", theory.laws().stream().map(TheoryData::law).toList());
        json.put("atRest", curve(theory.atRest()));
        json.put("oneStep", curve(theory.afterOneStep(1)));
        return json;
    }

    private static Map<String, Object> point(Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", cell.rule());
        json.put("noise", cell.noise());
        json.put("level", ChartData.number(cell.level()));
        json.put("patterns", cell.patterns());
        json.put("load", ChartData.number(cell.load()));
        json.put("overlap", ChartData.number(cell.storedOverlap()));
        json.put("oneStep", ChartData.number(OneStep.overlap(Theory.cueOverlap(cell), cell.load())));
        return json;
    }

    private static Map<String, Object> law(Theory.Law law) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", law.rule());
        json.put("name", law.name());
        json.put("load", ChartData.number(law.load()));
        json.put("patterns", ChartData.number(law.patterns()));
        return json;
    }

    private static List<List<BigDecimal>> curve(List<Theory.Point> points) {
        return points.stream()
                .map(point -> List.of(ChartData.number(point.load()), ChartData.number(point.overlap())))
                .toList();
    }
}
