package hopfield.report;

import hopfield.metric.Cell;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells as comma-separated values, a line per cell; numbers in full, rates with their Wilson 95 % interval. */
public final class CapacityCsv {
    private static final String HEADER =
            CapacityColumns.ALL.stream().map(CapacityColumns.Column::name).collect(Collectors.joining(","));

    private CapacityCsv() {}

    /**
     * The whole file; of several runs with the run's name in front of each line. What there is none of, such as the rate of no
     * probes, is an empty field; the psnr of no error is Infinity.
     */
    public static String of(List<Report> runs) {
        return runs.size() == 1 ? of(runs.get(0)) : ofSeveral(runs);
    }

    private static String of(Report run) {
        return Stream.concat(Stream.of(HEADER), run.cells().stream().map(CapacityCsv::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String ofSeveral(List<Report> runs) {
        return Stream.concat(Stream.of("run," + HEADER), runs.stream().flatMap(run -> run.cells().stream()
                        .map(cell -> field(run.name()) + "," + line(cell))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Cell cell) {
        return CapacityColumns.ALL.stream()
                .map(column -> column.value().apply(cell))
                .map(value -> value == null ? "" : field(value.toString()))
                .collect(Collectors.joining(","));
    }

    private static String field(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
