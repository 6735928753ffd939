package hopfield.metric;

import org.apache.commons.math3.distribution.TDistribution;

/** The quantile of Student's distribution (Student 1908, Biometrika 6, 1) that 95 % intervals need. */
final class Student {
    private static final double QUANTILE = .975;

    /** Degrees of freedom from which on it is no longer told from the normal one: by less than 3e-6. */
    private static final double MANY = 1e6;

    private Student() {}

    /** t_.975, above 1.9599; not a number where nothing is free. */
    static double quantile(double freedom) {
        if (freedom >= MANY) {
            return Rate.Z;
        }
        return freedom > 0 ? new TDistribution(null, freedom).inverseCumulativeProbability(QUANTILE) : Double.NaN;
    }
}
