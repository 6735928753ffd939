package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.Rate;
import java.util.List;
import java.util.Locale;

/**
 * A cell as a row of the table of numbers.
 *
 * @param rule the learning rule
 * @param noise the noise kind
 * @param suffices whether at least 95 % of the stored patterns are restored
 * @param rates restored, identified, exact and improved, each with its interval
 * @param before the numbers that stand before the rates
 * @param after the numbers that stand after them
 */
record CellRow(
        String rule, String noise, boolean suffices, List<String> before, List<Share> rates, List<String> after) {
    /** A rate and its interval. */
    record Share(String value, String interval) {
        static Share of(Rate rate) {
            return new Share(Numbers.percent(rate.value()), Numbers.interval(rate));
        }
    }

    static CellRow of(Cell cell) {
        return new CellRow(
                cell.rule(),
                cell.noise(),
                Capacity.suffices(cell),
                List.of(
                        Numbers.level(cell.level()),
                        Numbers.count(cell.patterns()),
                        String.format(Locale.ROOT, "%.4f", cell.load()),
                        Numbers.count(cell.images()),
                        Numbers.count(cell.stored())),
                List.of(
                        Share.of(cell.restored()),
                        Share.of(cell.identified()),
                        Share.of(cell.exact()),
                        Share.of(cell.rates().improved())),
                List.of(
                        Numbers.fixed(cell.inputSimilarity()),
                        Numbers.fixed(cell.similarity()),
                        Numbers.fixed(cell.blankSimilarity()),
                        Numbers.fixed(cell.overlap()),
                        Numbers.fixed(cell.iou()),
                        Numbers.fixed(cell.means().ssim()),
                        Numbers.decibels(cell.means().psnr()),
                        Numbers.tenths(cell.steps()),
                        Numbers.percent(cell.converged())));
    }
}
