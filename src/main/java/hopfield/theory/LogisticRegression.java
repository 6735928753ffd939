package hopfield.theory;

/**
 * The regression of binomial counts on one variable, P(success at x) = 1 / (1 + e^-(intercept + slope x)), by maximum likelihood
 * penalised with Jeffreys' prior, l(b) + 1/2 ln det I(b) (Firth 1993, Biometrika 80, 27): of many trials it is maximum
 * likelihood, without its first-order bias, and it stays finite where x separates the successes from the failures (Heinze &amp;
 * Schemper 2002, Statistics in Medicine 21, 2409).
 *
 * @param varianceOfIntercept this and the next two by the inverse of the information I, observed and expected alike
 */
record LogisticRegression(
        double intercept, double slope, double varianceOfIntercept, double covariance, double varianceOfSlope) {
    private static final int MOST_STEPS = 500;
    private static final double PRECISION = 1e-8;

    /** Relative to the logarithm of the likelihood, above its rounding. */
    private static final double ROUNDING = 1e-12;

    /**
     * Fits by Newton's method, halving the steps that lessen the penalised likelihood.
     *
     * @param x of order 1, two distinct values at least. Not modified.
     * @param successes the count at each x. Not modified.
     * @param trials the trials at each x, positive. Not modified.
     * @throws ArithmeticException where the method does not converge
     */
    static LogisticRegression fit(double[] x, long[] successes, long[] trials) {
        Likelihood at = new Likelihood(x, successes, trials, 0, 0);
        for (int step = 0; step < MOST_STEPS; step++) {
            double determinant = at.curvature0 * at.curvature2 - at.curvature1 * at.curvature1;
            double toIntercept = (at.curvature2 * at.score0 - at.curvature1 * at.score1) / determinant;
            double toSlope = (at.curvature0 * at.score1 - at.curvature1 * at.score0) / determinant;
            if (Math.abs(toIntercept) + Math.abs(toSlope)
                    <= PRECISION * (1 + Math.abs(at.intercept) + Math.abs(at.slope))) {
                return at.estimate();
            }
            Likelihood next;
            double share = 1;
            do {
                next = new Likelihood(
                        x, successes, trials, at.intercept + share * toIntercept, at.slope + share * toSlope);
                share /= 2;
            } while (!(next.penalised >= at.penalised - ROUNDING * Math.abs(at.penalised)) && share > ROUNDING);
            at = next;
        }
        throw new ArithmeticException("The logistic regression did not converge in " + MOST_STEPS + " steps");
    }

    /**
     * The penalised likelihood, its score and the information, at one intercept and slope, and its curvature as if the prior
     * were half a success and half a failure more for each unit of leverage: by the information alone few trials overshoot.
     */
    private static final class Likelihood {
        private final double intercept;
        private final double slope;
        private double information0;
        private double information1;
        private double information2;
        private final double determinant;
        private double curvature0;
        private double curvature1;
        private double curvature2;
        private double score0;
        private double score1;
        private double penalised;

        Likelihood(double[] x, long[] successes, long[] trials, double intercept, double slope) {
            this.intercept = intercept;
            this.slope = slope;
            double[] weights = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double logit = intercept + slope * x[i];
                weights[i] = trials[i] * probability(logit) * probability(-logit);
                information0 += weights[i];
                information1 += weights[i] * x[i];
                information2 += weights[i] * x[i] * x[i];
            }
            determinant = information0 * information2 - information1 * information1;
            penalised = StrictMath.log(determinant) / 2;
            for (int i = 0; i < x.length; i++) {
                double logit = intercept + slope * x[i];
                double p = probability(logit);
                double q = probability(-logit);
                double leverage = weights[i]
                        * (information2 - 2 * information1 * x[i] + information0 * x[i] * x[i])
                        / determinant;
                double curvature = (trials[i] + leverage) * p * q;
                curvature0 += curvature;
                curvature1 += curvature * x[i];
                curvature2 += curvature * x[i] * x[i];
                double residual = (successes[i] + leverage / 2) * q - (trials[i] - successes[i] + leverage / 2) * p;
                score0 += residual;
                score1 += residual * x[i];
                penalised -= successes[i] * softplus(-logit) + (trials[i] - successes[i]) * softplus(logit);
            }
        }

        LogisticRegression estimate() {
            return new LogisticRegression(
                    intercept,
                    slope,
                    information2 / determinant,
                    -information1 / determinant,
                    information0 / determinant);
        }
    }

    /** 1 / (1 + e^-logit), in [0, 1]. */
    static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** ln(1 + e^t), without overflow. */
    private static double softplus(double t) {
        return Math.max(t, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(t)));
    }
}
