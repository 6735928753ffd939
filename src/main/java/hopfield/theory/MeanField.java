package hopfield.theory;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Erf;

/**
 * The Hebbian network of random patterns at rest without noise, for N to infinity, replica-symmetric: Amit, Gutfreund &amp;
 * Sompolinsky 1985, Physical Review Letters 55, 1530, and 1987, Annals of Physics 173, 30, at T = 0. A state near one stored
 * pattern has the overlap m = erf(y), where y solves
 *
 * <pre>y (sqrt(2 alpha) + (2 / sqrt(pi)) e^(-y^2)) = erf(y).</pre>
 *
 * As sqrt(2 alpha) = erf(y) / y - (2 / sqrt(pi)) e^(-y^2) rises from 0 to one maximum and falls again, a load below the maximum
 * has two such states, of which that of the larger y is stable; above it has none. Breaking the replica symmetry moves the
 * critical load by two parts in a thousand only, to .138186 (Steffan &amp; Kuehn 1994, Zeitschrift fuer Physik B 95, 249, who
 * set .145 +- .009 from simulations beside it).
 */
public final class MeanField {
    private static final double SLOPE_OF_ERF_AT_0 = 2 / Math.sqrt(Math.PI);
    private static final double PRECISION = 1e-13;
    private static final int EVALUATIONS = 200;

    /** Where sqrt(2 alpha) is largest: erf(y) = (2 / sqrt(pi)) e^(-y^2) y (1 + 2 y^2). */
    private static final double CRITICAL_Y =
            solver().solve(EVALUATIONS, y -> Erf.erf(y) - gaussian(y) * y * (1 + 2 * y * y), 1, 3);

    private MeanField() {}

    /** The critical load alpha_c, the largest at which stored patterns are retrieved, with few errors. */
    public static double criticalLoad() {
        double root = rootOfTwiceTheLoad(CRITICAL_Y);
        return root * root / 2;
    }

    /** The overlap m(alpha_c) with which patterns are retrieved at the critical load, before it drops to 0. */
    public static double criticalOverlap() {
        return Erf.erf(CRITICAL_Y);
    }

    /**
     * The overlap m(alpha) of the stable retrieval state with its stored pattern.
     *
     * @param load alpha = P / N, positive
     * @return within [m(alpha_c), 1]; empty above the critical load
     */
    public static OptionalDouble retrievalOverlap(double load) {
        double root = Math.sqrt(2 * Load.positive(load));
        if (root > rootOfTwiceTheLoad(CRITICAL_Y)) {
            return OptionalDouble.empty();
        }
        double beyond = 1 / root + 1;
        double y = solver().solve(EVALUATIONS, at -> rootOfTwiceTheLoad(at) - root, CRITICAL_Y, beyond);
        return OptionalDouble.of(Erf.erf(y));
    }

    private static double rootOfTwiceTheLoad(double y) {
        return Erf.erf(y) / y - gaussian(y);
    }

    private static double gaussian(double y) {
        return SLOPE_OF_ERF_AT_0 * StrictMath.exp(-y * y);
    }

    private static BrentSolver solver() {
        return new BrentSolver(PRECISION, PRECISION);
    }
}
