package hopfield.recall.kernel;

import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;
import java.util.Arrays;

/**
 * Of W = X^T B X whose fields outgrow 32 bits: c = B a in doubles, rounded to 32 bits. What sums of rounded coefficients leave open,
 * sums of the doubles decide, all but a few.
 */
final class WideProjectorCoefficients extends Coefficients {
    private static final int AT_ONCE = 4;

    /** Rows of inner products that stay in a core's nearest cache. */
    private static final int BLOCK = 32;

    private final Weights.Projector weights;
    private final int patterns;
    private final int shift;
    private final double error;
    private final double[][] inverse;
    private double[][] products = {};
    private double[][] fine = {};

    private WideProjectorCoefficients(Weights.Projector weights, int shift, double error) {
        super(weights.diagonal(), ProjectorCoefficients.leastWhenDown(weights), shift, margin(weights, error));
        this.weights = weights;
        this.patterns = weights.stored().size();
        this.shift = shift;
        this.error = error;
        this.inverse = new double[patterns][(patterns + AT_ONCE - 1) / AT_ONCE * AT_ONCE];
        for (int mu = 0; mu < patterns; mu++) {
            for (int nu = 0; nu < patterns; nu++) {
                inverse[mu][nu] = Math.scalb((double) weights.inverse()[mu][nu], -shift);
            }
        }
    }

    static WideProjectorCoefficients of(Weights.Projector weights) {
        int shift = shift(weights.reach());
        return new WideProjectorCoefficients(weights, shift, error(weights, shift));
    }

    /** Half a unit for each rounded coefficient, with what sums are off by. */
    private static int margin(Weights.Projector weights, double error) {
        double margin = .5 * weights.stored().size() + error;
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.ceil(margin) + 1);
    }

    /** The error of a sum of P coefficients, each a sum of P products in doubles, in units of 2^shift: 2^-53 of every term. */
    private static double error(Weights.Projector weights, int shift) {
        double p = weights.stored().size();
        double largest = 0;
        for (long[] row : weights.inverse()) {
            double sum = 0;
            for (long entry : row) {
                sum += Math.abs((double) entry);
            }
            largest = Math.max(largest, sum);
        }
        return Math.scalb(largest * weights.neurons() * p * (2 * p + 4), -53 - shift);
    }

    @Override
    void round(int[][] whole, int lanes, int[][] coefficients) {
        if (fine.length == 0 || fine[0].length < lanes) {
            products = new double[inverse[0].length][lanes];
            fine = new double[patterns][lanes];
        }
        for (int nu = 0; nu < patterns; nu++) {
            for (int s = 0; s < lanes; s++) {
                products[nu][s] = whole[nu][s];
            }
            Arrays.fill(fine[nu], 0, lanes, 0);
        }
        for (int first = 0; first < patterns; first += BLOCK) {
            for (int mu = 0; mu < patterns; mu++) {
                double[] row = inverse[mu];
                for (int nu = first; nu < Math.min(patterns, first + BLOCK); nu += AT_ONCE) {
                    add(lanes, fine[mu], row, nu, products[nu], products[nu + 1], products[nu + 2], products[nu + 3]);
                }
            }
        }
        for (int mu = 0; mu < patterns; mu++) {
            for (int s = 0; s < lanes; s++) {
                coefficients[mu][s] = (int) Math.rint(fine[mu][s]);
            }
        }
    }

    /** sum += f_at a + f_at+1 b + f_at+2 c + f_at+3 d. */
    private static void add(
            int lanes, double[] sum, double[] f, int at, double[] a, double[] b, double[] c, double[] d) {
        double fa = f[at];
        double fb = f[at + 1];
        double fc = f[at + 2];
        double fd = f[at + 3];
        for (int s = 0; s < lanes; s++) {
            sum[s] += fa * a[s] + fb * b[s] + fc * c[s] + fd * d[s];
        }
    }

    @Override
    int finer(PatternSet stored, int neuron, boolean isUp, int lane) {
        double above = -Math.scalb((double) least(neuron, isUp), -shift);
        for (int mu = 0; mu < patterns; mu++) {
            above += stored.isUp(mu, neuron) ? fine[mu][lane] : -fine[mu][lane];
        }
        return above > error ? 1 : above < -error ? -1 : 0;
    }

    @Override
    void exact(int[] ofState, long[] coefficients) {
        Arrays.fill(coefficients, 0);
        for (int mu = 0; mu < patterns; mu++) {
            for (int nu = 0; nu < patterns; nu++) {
                coefficients[nu] += ofState[mu] * weights.inverse()[mu][nu];
            }
        }
    }
}
