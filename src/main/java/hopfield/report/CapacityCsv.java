package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.Rate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells as comma-separated values, a line per cell; numbers in full, rates with their Wilson 95 % interval. */
public final class CapacityCsv {
    private static final String HEADER = String.join(
            ",",
            "rule,patterns,load,noise,level,images,stored",
            "input_similarity,similarity,blank_similarity,overlap,iou",
            "exact,exact_low,exact_high,restored,restored_low,restored_high,identified,identified_low,identified_high",
            "steps,converged");

    private CapacityCsv() {}

    /** The whole file. A rate of no stored probes is an empty field. */
    public static String of(List<Cell> cells) {
        return Stream.concat(Stream.of(HEADER), cells.stream().map(CapacityCsv::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Cell cell) {
        return Stream.of(
                        Stream.of(cell.rule(), cell.patterns(), cell.load(), cell.noise(), cell.level()),
                        Stream.of(cell.images(), cell.stored()),
                        Stream.of(cell.inputSimilarity(), cell.similarity(), cell.blankSimilarity()),
                        Stream.of(cell.overlap(), cell.iou()),
                        Stream.of(cell.exact(), cell.restored(), cell.identified())
                                .flatMap(CapacityCsv::fields),
                        Stream.of(cell.steps(), cell.converged()))
                .flatMap(fields -> fields)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static Stream<Object> fields(Rate rate) {
        return rate.trials() == 0 ? Stream.of("", "", "") : Stream.of(rate.value(), rate.low(), rate.high());
    }
}
