package hopfield.metric;

import java.io.Serializable;

/**
 * A share of trials that succeeded, with its Wilson score interval at 95 % (Wilson 1927). Trials that are not independent have the
 * interval of as many as tell the same, the effective number n* (Dean &amp; Pagano 2015, Journal of Survey Statistics and Methodology
 * 3, 484, among others).
 *
 * @param successes 0..trials
 * @param trials at least 0; the rate of no trials is not a number
 * @param effective n*, within 0..trials, above 0 where there are trials; trials itself if they are independent
 */
public record Rate(long successes, long trials, double effective) implements Serializable {
    /** The 97.5 % quantile of the standard normal distribution. */
    public static final double Z = 1.959963984540054;

    public Rate {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes must be within 0.." + trials + ", was " + successes);
        }
        if (!(effective <= trials && (effective > 0 || trials == 0))) {
            throw new IllegalArgumentException(
                    "the effective number of " + trials + " trials must be above 0 and at most that, was " + effective);
        }
    }

    /** The share of independent trials. */
    public Rate(long successes, long trials) {
        this(successes, trials, trials);
    }

    /** successes / trials, in [0, 1]. */
    public double value() {
        return (double) successes / trials;
    }

    /** The interval's lower end, in [0, value]. */
    public double low() {
        return successes == 0 ? trials == 0 ? Double.NaN : 0 : centre() - halfWidth();
    }

    /** The interval's upper end, in [value, 1]. */
    public double high() {
        return successes == trials ? trials == 0 ? Double.NaN : 1 : centre() + halfWidth();
    }

    private double centre() {
        return (successes * (effective / trials) + Z * Z / 2) / (effective + Z * Z);
    }

    private double halfWidth() {
        double p = value();
        return Z * Math.sqrt(effective * p * (1 - p) + Z * Z / 4) / (effective + Z * Z);
    }
}
