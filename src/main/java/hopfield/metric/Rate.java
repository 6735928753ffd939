package hopfield.metric;

import java.io.Serializable;

/**
 * A share of trials that succeeded, with its Wilson score interval at 95 % (Wilson 1927).
 *
 * @param successes 0..trials
 * @param trials at least 0; the rate of no trials is not a number
 */
public record Rate(long successes, long trials) implements Serializable {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Rate {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("successes must be within 0.." + trials + ", was " + successes);
        }
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
        return (successes + Z * Z / 2) / (trials + Z * Z);
    }

    private double halfWidth() {
        double p = value();
        return Z * Math.sqrt(trials * p * (1 - p) + Z * Z / 4) / (trials + Z * Z);
    }
}
