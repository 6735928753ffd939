package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.FinalState;
import hopfield.metric.Generalisation;
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
            "steps,converged",
            "psnr,ssim,improved,improved_low,improved_high",
            Stream.of(FinalState.values())
                    .map(state -> "became_" + state.label())
                    .collect(Collectors.joining(",")),
            "unstored,unstored_input_similarity,unstored_similarity",
            "unstored_improved,unstored_improved_low,unstored_improved_high",
            "unstored_same_class,unstored_same_class_low,unstored_same_class_high");

    private CapacityCsv() {}

    /** The whole file. What there is none of, such as the rate of no probes, is an empty field; the psnr of no error is Infinity. */
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
                        Stream.of(cell.steps(), cell.converged()),
                        Stream.of(cell.means().psnr(), known(cell.means().ssim())),
                        fields(cell.rates().improved()),
                        cell.became().counts().stream(),
                        unstored(cell.unstored()))
                .flatMap(fields -> fields)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static Stream<Object> unstored(Generalisation unstored) {
        return Stream.of(
                        Stream.of(unstored.probes(), known(unstored.inputSimilarity()), known(unstored.similarity())),
                        fields(unstored.improved()),
                        fields(unstored.sameClass()))
                .flatMap(fields -> fields);
    }

    private static Object known(double value) {
        return Double.isNaN(value) ? "" : value;
    }

    private static Stream<Object> fields(Rate rate) {
        return rate.trials() == 0 ? Stream.of("", "", "") : Stream.of(rate.value(), rate.low(), rate.high());
    }
}
