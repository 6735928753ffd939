package hopfield.report;

import hopfield.metric.Cell;
import hopfield.theory.OneStep;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Theory as its chart reads it. */
final class TheoryData {
    private TheoryData() {}

    /** Nothing where theory has nothing to say. */
    static Map<String, Object> of(List<Theory> theories) {
        if (theories.isEmpty()) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("points", ofRuns(theories, theory -> theory.cells().stream().map(TheoryData::point)));
        json.put("laws", ofRuns(theories, theory -> theory.laws().stream().map(TheoryData::law)));
        json.put("atRest", curve(Theory.atRest()));
        json.put("oneStep", curve(longest(theories).afterOneStep(1)));
        json.put("oneSteps", ofRuns(theories, theory -> theory.oneSteps().stream()
                .map(TheoryData::oneStep)));
        return json;
    }

    private static Theory longest(List<Theory> theories) {
        return theories.stream().max(Comparator.comparingDouble(Theory::end)).orElseThrow();
    }

    private static List<Map<String, Object>> ofRuns(
            List<Theory> theories, Function<Theory, Stream<Map<String, Object>>> trees) {
        return theories.stream()
                .flatMap(theory -> trees.apply(theory).peek(json -> json.put("run", theory.run())))
                .toList();
    }

    private static Map<String, Object> oneStep(Theory.Curve of) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("noise", of.noise());
        json.put("level", ChartData.number(of.level()));
        json.put("curve", curve(of.points()));
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
        json.put("margin", ChartData.number(Theory.overlapMargin(cell)));
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
