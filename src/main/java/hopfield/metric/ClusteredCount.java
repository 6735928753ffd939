package hopfield.metric;

import java.io.Serializable;

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
        return sums.closed().ofSuccesses().rate();
    }
}
