package hopfield.metric;

/**
 * What successes y_c in the m_c trials of C clusters add up to: all that their rate and its interval hang on, by the formulas of
 * {@link ClusteredCount}.
 *
 * @param successes sum y_c
 * @param trials sum m_c
 * @param clusters C, those that have trials
 * @param squaredSuccesses sum y_c^2
 * @param products sum y_c m_c
 * @param squaredTrials sum m_c^2
 */
record Clusters(long successes, long trials, long clusters, long squaredSuccesses, long products, long squaredTrials) {
    /** The share of successes. */
    Rate rate() {
        return new Rate(successes, trials, effective());
    }

    /** n*, independent trials that tell as much; 0 of none. */
    double effective() {
        if (squaredTrials == trials) {
            return trials; // one trial a cluster
        }
        double least = (double) trials * trials / squaredTrials;
        if (successes == 0 || successes == trials || clusters == 1) {
            return least;
        }
        double p = (double) successes / trials;
        double scatter = Math.max(0, squaredSuccesses - 2 * p * products + p * p * squaredTrials);
        double variance = clusters / (clusters - 1.0) * scatter / trials / trials;
        double student = Student.quantile(trials - 1.0) / Student.quantile(clusters - 1.0);
        return Math.max(least, Math.min(trials, p * (1 - p) / variance * student * student));
    }
}
