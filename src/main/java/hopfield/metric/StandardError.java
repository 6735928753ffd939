package hopfield.metric;

import java.io.Serializable;

/**
 * The standard error of a mean of values that come in clusters: see {@link ClusteredSum}.
 *
 * @param value in the unit of the mean; not a number of fewer than two clusters
 * @param clusters C, those of which the mean was taken: images, those of each network apart
 */
public record StandardError(double value, long clusters) implements Serializable {
    /** Half the width of the mean's 95 % interval: t_.975 of C - 1 degrees of freedom times the error, not a number where that is none. */
    public double margin() {
        return value * Student.quantile(clusters - 1.0);
    }

    /** Of the mean divided by this. */
    StandardError dividedBy(double divisor) {
        return new StandardError(value / divisor, clusters);
    }
}
