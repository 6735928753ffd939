package hopfield.report;

import hopfield.metric.Cell;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One line of what was measured: a name and its value. */
record Fact(String name, String value) {
    static List<Fact> of(Report report) {
        List<Cell> cells = report.cells();
        return List.of(
                new Fact("Rules", distinct(cells, Cell::rule)),
                new Fact("Noise", distinct(cells, Cell::noise)),
                new Fact("Loads P", distinct(cells, cell -> Numbers.count(cell.patterns()))),
                new Fact(
                        "Image",
                        report.width() + " × " + report.height() + ", N\u00a0=\u00a0"
                                + Numbers.count((long) report.width() * report.height())),
                new Fact(
                        "Probes",
                        Numbers.count(cells.stream().mapToLong(Cell::images).sum()) + " in "
                                + Numbers.count(cells.size()) + (cells.size() == 1 ? " cell" : " cells")));
    }

    private static String distinct(List<Cell> cells, Function<Cell, String> part) {
        return cells.isEmpty()
                ? Numbers.DASH
                : cells.stream().map(part).distinct().collect(Collectors.joining(", "));
    }
}
