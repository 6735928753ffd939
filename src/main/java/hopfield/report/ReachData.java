package hopfield.report;

import hopfield.metric.Cell;
import java.util.LinkedHashMap;
import java.util.Map;

/** Capacities and basins as the charts read them: without a load or a level where nothing is reached. */
final class ReachData {
    private ReachData() {}

    static Map<String, Object> of(Capacity capacity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", capacity.rule());
        json.put("noise", capacity.noise());
        json.put("level", ChartData.number(capacity.level()));
        json.put("patterns", capacity.reached().map(Cell::patterns).orElse(null));
        json.put("measured", capacity.measured());
        json.put("bounded", capacity.bounded());
        return json;
    }

    static Map<String, Object> of(Basin basin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", basin.rule());
        json.put("noise", basin.noise());
        json.put("patterns", basin.patterns());
        json.put(
                "level",
                basin.reached().map(cell -> ChartData.number(cell.level())).orElse(null));
        json.put("measured", basin.measured());
        json.put("bounded", basin.bounded());
        return json;
    }
}
