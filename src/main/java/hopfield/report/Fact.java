package hopfield.report;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One line of what was measured: a name and its value. */
record Fact(String name, String value) {
    static List<Fact> of(Report report) {
        List<Cell> cells = report.cells();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Rules", distinct(cells, Cell::rule)),
                new Fact("Noise", distinct(cells, Cell::noise)),
                new Fact("Loads P", distinct(cells, cell -> Numbers.count(cell.patterns()))),
                new Fact(
                        "Image",
                        report.setting().width() + " × " + report.setting().height() + ", N\u00a0=\u00a0"
                                + Numbers.count((long) report.setting().width()
                                        * report.setting().height())),
                new Fact(
                        "Probes",
                        Numbers.count(cells.stream().mapToLong(Cell::images).sum()) + " in "
                                + Numbers.count(cells.size()) + (cells.size() == 1 ? " cell" : " cells"))));
        Map<String, Object> run = report.provenance();
        if (run.get("options") instanceof Map<?, ?> options && options.get("seed") != null) {
            facts.add(new Fact("Seed", options.get("seed").toString()));
        }
        if (run.get("started") instanceof String started) {
            facts.add(new Fact("Started", started));
        }
        if (run.get("seconds") instanceof Double seconds) {
            facts.add(new Fact("Took", Math.round(seconds) + "\u00a0s"));
        }
        return facts;
    }

    private static String distinct(List<Cell> cells, Function<Cell, String> part) {
        return cells.isEmpty()
                ? Numbers.DASH
                : cells.stream().map(part).distinct().collect(Collectors.joining(", "));
    }
}
