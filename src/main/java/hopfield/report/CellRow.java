package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.PeakSignalToNoise;
import hopfield.metric.Rate;
import hopfield.metric.StandardError;
import hopfield.metric.StandardErrors;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A cell as a row of the table of numbers.
 *
 * @param rule the learning rule
 * @param noise the noise kind
 * @param suffices whether at least 95 % of the stored patterns are restored
 * @param counts level, P, P / N, probes and stored probes
 * @param shares rates, then means, each with its interval
 */
record CellRow(String rule, String noise, boolean suffices, List<String> counts, List<Share> shares) {
    /** A rate or a mean, and its interval. */
    record Share(String value, String interval) {
        static Share of(Rate rate) {
            return new Share(Numbers.percent(rate.value()), Numbers.interval(rate));
        }

        /** The mean of a share, such as the similarity: three digits, and its interval within [0, 1]. */
        static Share of(double mean, StandardError error) {
            return of(mean, error.margin(), 0, 1, Numbers::fixed);
        }

        /** A mean of so many digits of a measure within least..most, and its interval. */
        static Share of(double mean, double margin, double least, double most, DoubleFunction<String> digits) {
            return new Share(digits.apply(mean), Numbers.interval(mean, margin, least, most, digits));
        }
    }

    static CellRow of(Cell cell) {
        StandardErrors errors = cell.errors();
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
                        Share.of(cell.rates().improved()),
                        Share.of(cell.inputSimilarity(), errors.inputSimilarity()),
                        Share.of(cell.similarity(), errors.similarity()),
                        Share.of(cell.blankSimilarity(), errors.blankSimilarity()),
                        Share.of(cell.overlap(), 2 * errors.similarity().margin(), -1, 1, Numbers::fixed),
                        Share.of(cell.iou(), errors.iou()),
                        Share.of(cell.means().ssim(), errors.ssim().margin(), -1, 1, Numbers::fixed),
                        psnr(cell),
                        Share.of(cell.steps(), errors.steps().margin(), 0, Double.POSITIVE_INFINITY, Numbers::tenths),
                        Share.of(cell.converged())));
    }

    /** The ends are those of the similarity's interval: the ratio is a monotone function of it. */
    private static Share psnr(Cell cell) {
        return new Share(
                Numbers.decibels(cell.means().psnr()),
                Numbers.interval(
                        cell.similarity(),
                        cell.errors().similarity().margin(),
                        0,
                        1,
                        similarity -> Numbers.decibels(PeakSignalToNoise.decibels(1 - similarity))));
    }
}
