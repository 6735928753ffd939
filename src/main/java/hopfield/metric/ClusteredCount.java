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

    private long successes;
    private long trials;
    private long clusters;
    private long squaredSuccesses;
    private long products;
    private long squaredTrials;
    private long openSuccesses;
    private long openTrials;

    /** The trials to come are of another cluster. */
    void nextCluster() {
        close(openSuccesses, openTrials);
        openSuccesses = 0;
        openTrials = 0;
    }

    /** Adds one trial to the cluster. */
    void add(boolean success) {
        openSuccesses += success ? 1 : 0;
        openTrials++;
    }

    /** Adds all clusters of a part, the last of which has all its trials. It is not modified. */
    void add(ClusteredCount part) {
        successes += part.successes;
        trials += part.trials;
        clusters += part.clusters;
        squaredSuccesses += part.squaredSuccesses;
        products += part.products;
        squaredTrials += part.squaredTrials;
        close(part.openSuccesses, part.openTrials);
    }

    private void close(long y, long m) {
        successes += y;
        trials += m;
        clusters += m > 0 ? 1 : 0;
        squaredSuccesses += y * y;
        products += y * m;
        squaredTrials += m * m;
    }

    /** The share of successes in all clusters, the last included. */
    Rate rate() {
        ClusteredCount all = new ClusteredCount();
        all.add(this);
        return new Clusters(
                        all.successes, all.trials, all.clusters, all.squaredSuccesses, all.products, all.squaredTrials)
                .rate();
    }
}
