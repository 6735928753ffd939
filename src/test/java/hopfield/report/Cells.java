package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.Confusion;
import hopfield.metric.FinalStates;
import hopfield.metric.Generalisation;
import hopfield.metric.Means;
import hopfield.metric.Rate;
import hopfield.metric.Rates;
import hopfield.metric.StandardError;
import hopfield.metric.StandardErrors;
import java.util.Arrays;
import java.util.List;

/** Cells for reports: of a hundred probes of 6 pixels in flip noise, unless said. */
final class Cells {
    static final Generalisation NONE_UNSTORED = new Generalisation(
            0,
            Double.NaN,
            Double.NaN,
            new Rate(0, 0),
            new Rate(0, 0),
            new StandardError(Double.NaN, 0),
            new StandardError(Double.NaN, 0));
    static final Means MEANS = new Means(0.9, 0.867, 0.868, 0.734, 0.5, 0.4, 8.76, 3, new Rate(100, 100));

    static final StandardErrors NO_ERRORS =
            errors(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private Cells() {}

    /** So many errors of means of 1,000 images, in their order. */
    static StandardErrors errors(double... values) {
        StandardError[] of = Arrays.stream(values).mapToObj(Cells::error).toArray(StandardError[]::new);
        return new StandardErrors(of[0], of[1], of[2], of[3], of[4], of[5], of[6]);
    }

    /** That of a mean of 1,000 images. */
    static StandardError error(double value) {
        return new StandardError(value, 1000);
    }

    /** A cell in which so many of the stored probes were restored; the others became mixtures. */
    static Cell cell(String rule, int patterns, double level, long restored, long stored) {
        return cell(rule, patterns, "flip", level, restored, stored);
    }

    /** The same under some noise kind. */
    static Cell cell(String rule, int patterns, String noise, double level, long restored, long stored) {
        Rate rate = new Rate(restored, stored);
        return new Cell(
                rule,
                patterns,
                784,
                noise,
                level,
                Math.max(100, stored),
                MEANS,
                new Rates(rate, rate, rate, rate),
                new FinalStates(List.of(restored, 0L, 0L, 0L, stored - restored)),
                new Confusion(List.of()),
                NONE_UNSTORED,
                NO_ERRORS,
                List.of());
    }

    /** The same cell with other means. */
    static Cell with(Cell cell, Means means) {
        return new Cell(
                cell.rule(),
                cell.patterns(),
                cell.neurons(),
                cell.noise(),
                cell.level(),
                cell.images(),
                means,
                cell.rates(),
                cell.became(),
                cell.confusion(),
                cell.unstored(),
                cell.errors(),
                cell.classes());
    }

    /** The same cell with a confusion. */
    static Cell with(Cell cell, Confusion confusion) {
        return new Cell(
                cell.rule(),
                cell.patterns(),
                cell.neurons(),
                cell.noise(),
                cell.level(),
                cell.images(),
                cell.means(),
                cell.rates(),
                cell.became(),
                confusion,
                cell.unstored(),
                cell.errors(),
                cell.classes());
    }

    /** The same cell with other final states. */
    static Cell with(Cell cell, FinalStates became) {
        return new Cell(
                cell.rule(),
                cell.patterns(),
                cell.neurons(),
                cell.noise(),
                cell.level(),
                cell.images(),
                cell.means(),
                cell.rates(),
                became,
                cell.confusion(),
                cell.unstored(),
                cell.errors(),
                cell.classes());
    }

    /** The same cell with unstored probes. */
    static Cell with(Cell cell, Generalisation unstored) {
        return new Cell(
                cell.rule(),
                cell.patterns(),
                cell.neurons(),
                cell.noise(),
                cell.level(),
                cell.stored() + unstored.probes(),
                cell.means(),
                cell.rates(),
                cell.became(),
                cell.confusion(),
                unstored,
                cell.errors(),
                cell.classes());
    }
}
