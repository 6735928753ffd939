package hopfield.metric;

import java.io.Serializable;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Successes among trials that come in clusters, here the trials of one image: with y_c successes in m_c trials of cluster c of C,
 * the share p = Y / n has as ratio of sums the variance
 *
 * <pre>v = C / (C - 1) * sum_c (y_c - p m_c)^2 / n^2, n = sum_c m_c, Y = sum_c y_c,</pre>
 *
 * and n trials tell as much as n* = p (1 - p) / v independent ones: n over the design effect (Kish 1965, Survey Sampling; Rao &amp;
 * Scott 1992, Biometrics 48, 577). As v is itself estimated, from C clusters, n* is multiplied by (t_(n-1) / t_(C-1))^2, the 97.5 %
 * quantiles of Student's distribution (Korn &amp; Graubard 1998, Survey Methodology 24, 193).
 *
 * <p>n* is kept within n^2 / sum m_c^2, for clusters whose trials are all alike, and n. Where all trials succeed, or none, nothing
 * is known of v, and it is the former. Clusters of one trial have n* = n, to the last bit.
 *
 * <p>Whole numbers: parts may be added in any order. Modified as trials are added; one thread.
 */
final class ClusteredCount implements Serializable {
    private static final long serialVersionUID = 1;

    private static final double QUANTILE = .975;

    /** Degrees of freedom from which on Student's quantile is no longer told from the normal one: by less than 3e-6. */
    private static final double MANY = 1e6;

    /** Of 1 for each success and 0 for each other trial. */
    private final ClusteredSum sums = new ClusteredSum(1);

    /** The trials to come are of another cluster. */
    void nextCluster() {
        sums.nextCluster();
    }

    /** Adds one trial to the cluster. */
    void add(boolean success) {
        sums.add(success ? 1 : 0);
    }

    /** Adds all clusters of a part, the last of which has all its trials. It is not modified. */
    void add(ClusteredCount part) {
        sums.add(part.sums);
    }

    /** The share of successes in all clusters, the last included. */
    Rate rate() {
        long trials = sums.values();
        return new Rate(sums.sum(), trials, trials == 0 ? 0 : effective(sums.closed()));
    }

    private static double effective(ClusteredSum all) {
        double n = all.values();
        double least = n * n / all.squaredSizes();
        if (all.sum() == 0 || all.sum() == all.values() || all.clusters() == 1) {
            return least;
        }
        double p = all.sum() / n;
        double variance = all.scatter() / n / n;
        double student = quantile(n - 1) / quantile(all.clusters() - 1.0);
        return Math.max(least, Math.min(n, p * (1 - p) / variance * student * student));
    }

    private static double quantile(double freedom) {
        return freedom < MANY ? new TDistribution(null, freedom).inverseCumulativeProbability(QUANTILE) : Rate.Z;
    }
}
