package hopfield.theory;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The half-points a(N) of networks of several sizes, extrapolated to infinitely many neurons: a(N) = alpha_c + b N^-q.
 *
 * @param exponent q, positive
 * @param limit alpha_c
 * @param limitError its standard error
 * @param slope b
 * @param reducedChiSquared chi-squared by its degrees of freedom, large where the law does not hold; not a number for two sizes
 */
public record FiniteSize(double exponent, double limit, double limitError, double slope, double reducedChiSquared) {
    /** A correction as 1/N: what a smooth function of the discrete P and N leaves. */
    public static final double REGULAR = 1;

    /**
     * A shift as N^-2/3: that of a state which loses its stability in a saddle-node bifurcation, as the retrieval state does at
     * alpha_c (Dembo &amp; Montanari 2008, Annals of Applied Probability 18, 1993, for another process that ends so).
     */
    public static final double SADDLE_NODE = 2 / 3.0;

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Fits the line in N^-q by least squares, weighted with the inverse squares of the half-points' errors. Where the half-points
     * stray from it by more than their errors, chi-squared by its degrees of freedom being above 1, alpha_c's error is
     * multiplied by its root (the scale factor of the Particle Data Group's averages).
     *
     * @param fits by the number of neurons N. Not modified.
     * @param exponent q, positive
     * @return empty for fewer than two sizes
     */
    public static Optional<FiniteSize> extrapolate(Map<Integer, SigmoidFit> fits, double exponent) {
        if (!(exponent > 0)) {
            throw new IllegalArgumentException("The exponent of a finite-size law must be positive, was " + exponent);
        }
        if (fits.size() < 2) {
            return Optional.empty();
        }
        Map<Integer, SigmoidFit> bySize = new TreeMap<>(fits);
        double weights = 0;
        double meanX = 0;
        double meanA = 0;
        for (Map.Entry<Integer, SigmoidFit> size : bySize.entrySet()) {
            double weight = weight(size.getValue());
            weights += weight;
            meanX += weight * x(size.getKey(), exponent);
            meanA += weight * size.getValue().halfPoint();
        }
        meanX /= weights;
        meanA /= weights;
        double spread = 0;
        double covariance = 0;
        for (Map.Entry<Integer, SigmoidFit> size : bySize.entrySet()) {
            double fromMean = x(size.getKey(), exponent) - meanX;
            spread += weight(size.getValue()) * fromMean * fromMean;
            covariance += weight(size.getValue()) * fromMean * (size.getValue().halfPoint() - meanA);
        }
        double slope = covariance / spread;
        double limit = meanA - slope * meanX;
        double chiSquared = 0;
        for (Map.Entry<Integer, SigmoidFit> size : bySize.entrySet()) {
            double residual = size.getValue().halfPoint() - limit - slope * x(size.getKey(), exponent);
            chiSquared += weight(size.getValue()) * residual * residual;
        }
        int freedom = bySize.size() - 2;
        double reduced = freedom == 0 ? Double.NaN : chiSquared / freedom;
        double error = Math.sqrt((1 / weights + meanX * meanX / spread) * (reduced > 1 ? reduced : 1));
        return Optional.of(new FiniteSize(exponent, limit, error, slope, reduced));
    }

    /** alpha_c with its 95 % interval, 1.96 standard errors to either side. */
    public CriticalLoad criticalLoad() {
        return new CriticalLoad(limit, limit - Z * limitError, limit + Z * limitError);
    }

    private static double x(int neurons, double exponent) {
        return StrictMath.pow(neurons, -exponent);
    }

    private static double weight(SigmoidFit fit) {
        return 1 / (fit.halfPointError() * fit.halfPointError());
    }
}
