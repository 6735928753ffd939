package hopfield.theory;

import java.util.List;
import java.util.Optional;

/**
 * Retention against load at one network size: a share p(alpha) = 1 / (1 + e^((alpha - a) / w)) of the stored patterns is
 * retained.
 *
 * @param halfPoint a, the load at which half of the patterns are retained
 * @param halfPointError its standard error, positive
 * @param width w, positive
 * @param widthError its standard error
 * @param dispersion the variance of the counts over that of independent trials, at least 1: the patterns of one network share
 *     its crosstalk, and no measured curve is quite a sigmoid. It is within both errors.
 */
public record SigmoidFit(double halfPoint, double halfPointError, double width, double widthError, double dispersion) {
    public SigmoidFit {
        if (!(halfPointError > 0 && width > 0)) {
            throw new IllegalArgumentException("A sigmoid's width and its half-point's error must be positive, were "
                    + width + " and " + halfPointError);
        }
    }

    /**
     * Fits by {@link LogisticRegression}; a and w have the errors of the delta method, times the root of the dispersion
     * estimated by Pearson's chi-squared (McCullagh &amp; Nelder 1989, Generalized Linear Models, section 4.5). Where at most
     * one load has both outcomes, w may be anything from 0 to about twice the fitted one, and a's error is at least that of a
     * uniform distribution: over the gap between all retained and none, or over the one load's distance from a to either side.
     *
     * @param points in any order. Not modified.
     * @return empty where the points do not show the half-point: it would lie outside the loads measured, or retention does not
     *     fall with the load
     */
    public static Optional<SigmoidFit> of(List<RetentionPoint> points) {
        double least = points.stream().mapToDouble(RetentionPoint::load).min().orElse(0);
        double most = points.stream().mapToDouble(RetentionPoint::load).max().orElse(0);
        double scale = (most - least) / 2;
        boolean allAlike = points.stream().allMatch(point -> point.retained() == 0)
                || points.stream().allMatch(point -> point.retained() == point.trials());
        if (scale == 0 || allAlike) {
            return Optional.empty();
        }
        double centre = least + scale;
        LogisticRegression fit = LogisticRegression.fit(
                points.stream()
                        .mapToDouble(point -> (point.load() - centre) / scale)
                        .toArray(),
                points.stream().mapToLong(RetentionPoint::retained).toArray(),
                points.stream().mapToLong(RetentionPoint::trials).toArray());
        double half = -fit.intercept() / fit.slope();
        if (!(fit.slope() < 0 && Math.abs(half) <= 1)) {
            return Optional.empty();
        }
        double halfPoint = centre + scale * half;
        double width = -scale / fit.slope();
        double dispersion = dispersion(points, halfPoint, width);
        double variance = fit.varianceOfIntercept() + half * (2 * fit.covariance() + half * fit.varianceOfSlope());
        double byChance = width * Math.sqrt(variance * dispersion);
        double relative = Math.sqrt(fit.varianceOfSlope() * dispersion) * width / scale;
        return Optional.of(new SigmoidFit(
                halfPoint,
                Math.max(byChance, leeway(points, halfPoint) / Math.sqrt(3)),
                width,
                width * relative,
                dispersion));
    }

    /** p(alpha). */
    private static double share(double load, double halfPoint, double width) {
        return LogisticRegression.probability((halfPoint - load) / width);
    }

    /** Pearson's chi-squared by its degrees of freedom, over the points that expect one of either outcome at least. */
    private static double dispersion(List<RetentionPoint> points, double halfPoint, double width) {
        double chiSquared = 0;
        int freedom = -2;
        for (RetentionPoint point : points) {
            double share = share(point.load(), halfPoint, width);
            double expected = point.trials() * share;
            if (Math.min(expected, point.trials() - expected) >= 1) {
                double residual = point.retained() - expected;
                chiSquared += residual * residual / (expected * (1 - share));
                freedom++;
            }
        }
        return freedom > 0 ? Math.max(1, chiSquared / freedom) : 1;
    }

    /**
     * How far to either side of the half-point it may lie where at most one load has both outcomes, for there is no largest
     * likelihood then: half the gap between the loads that retained all and none, or the distance from the one load.
     */
    private static double leeway(List<RetentionPoint> points, double halfPoint) {
        double allUpTo = 0;
        double noneFrom = Double.POSITIVE_INFINITY;
        double both = Double.NaN;
        for (RetentionPoint point : points) {
            if (point.retained() == point.trials()) {
                allUpTo = Math.max(allUpTo, point.load());
            } else if (point.retained() == 0) {
                noneFrom = Math.min(noneFrom, point.load());
            } else if (Double.isNaN(both) || both == point.load()) {
                both = point.load();
            } else {
                return 0;
            }
        }
        return Double.isNaN(both) ? Math.max(0, noneFrom - allUpTo) / 2 : Math.abs(halfPoint - both);
    }
}
