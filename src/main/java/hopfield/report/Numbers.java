package hopfield.report;

import hopfield.metric.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers as a reader wants them: the same digits in every locale, and a dash for what is not a number. */
final class Numbers {
    static final String DASH = "–";

    private Numbers() {}

    /** A noise level without trailing zeros: 0.2, 10. */
    static String level(double level) {
        if (!Double.isFinite(level)) {
            return DASH;
        }
        BigDecimal rounded = BigDecimal.valueOf(level).setScale(6, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** Three decimals: 0.868. */
    static String fixed(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.3f", value).replace('-', '−')
                : DASH;
    }

    /** One decimal: 3.2. */
    static String tenths(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : DASH;
    }

    /** A ratio in decibels: 23.1, or ∞ where there is no noise. */
    static String decibels(double value) {
        return value == Double.POSITIVE_INFINITY ? "∞" : tenths(value);
    }

    /** A share as 98.0 %. */
    static String percent(double share) {
        return Double.isFinite(share) ? tenths(100 * share) + "\u00a0%" : DASH;
    }

    /** A Wilson interval in percent: [95.1, 99.2]; nothing for the rate of no trials. */
    static String interval(Rate rate) {
        return rate.trials() == 0 ? "" : "[" + tenths(100 * rate.low()) + ", " + tenths(100 * rate.high()) + "]";
    }

    /** A rate with its interval: 98.0 % [95.1, 99.2]. */
    static String rate(Rate rate) {
        return rate.trials() == 0 ? DASH : percent(rate.value()) + " " + interval(rate);
    }

    /**
     * The 95 % interval of a mean, as the {@linkplain #fixed digits} of its two ends, within those of the measure; nothing where
     * its margin is not known.
     *
     * @param margin half the interval's width
     * @param least that the measure can be
     * @param most that the measure can be
     */
    static String interval(double mean, double margin, double least, double most, DoubleFunction<String> digits) {
        return Double.isFinite(margin)
                ? "[" + digits.apply(Math.max(least, mean - margin)) + ", "
                        + digits.apply(Math.min(most, mean + margin)) + "]"
                : "";
    }

    /** A time as 2 h 5 min, 2 min 13 s or 8.2 s. */
    static String duration(double seconds) {
        if (seconds < 60) {
            return tenths(seconds) + "\u00a0s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + "\u00a0min " + whole % 60 + "\u00a0s"
                : whole / 3600 + "\u00a0h " + whole % 3600 / 60 + "\u00a0min";
    }

    /** Thousands apart: 70,000. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** So many of what has this name: 1 cell, 2 cells. */
    static String count(long count, String one) {
        return count(count) + " " + one + (count == 1 ? "" : "s");
    }
}
