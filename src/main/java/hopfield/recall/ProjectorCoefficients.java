package hopfield.recall;

import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;
import java.util.Arrays;

/** Of W = X^T B X: c = B a. Where fields fit 32 bits, arithmetic modulo 2^32 is exact; else c is rounded, from sums in doubles. */
final class ProjectorCoefficients extends Coefficients {
    private static final int AT_ONCE = 4;

    /** Rows of inner products that stay in a core's nearest cache. */
    private static final int BLOCK = 32;

    private final Weights.Projector weights;
    private final int patterns;
    private final int shift;
    private final int[][] narrow;
    private final double[][] wide;
    private final double error;
    private double[][] fine = {};

    private ProjectorCoefficients(Weights.Projector weights, int shift) {
        super(whenUp(weights), whenDown(weights), shift, weights.fitsInt() ? 0 : margin(weights, shift));
        this.weights = weights;
        this.patterns = weights.stored().size();
        this.shift = shift;
        this.error = error(weights, shift);
        int rows = (patterns + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
        this.narrow = weights.fitsInt() ? new int[patterns][rows] : new int[0][];
        this.wide = weights.fitsInt() ? new double[0][] : new double[patterns][rows];
        for (int mu = 0; mu < patterns; mu++) {
            for (int nu = 0; nu < patterns; nu++) {
                if (weights.fitsInt()) {
                    narrow[mu][nu] = (int) weights.inverse()[mu][nu];
                } else {
                    wide[mu][nu] = Math.scalb((double) weights.inverse()[mu][nu], -shift);
                }
            }
        }
    }

    static ProjectorCoefficients of(Weights.Projector weights) {
        return new ProjectorCoefficients(weights, weights.fitsInt() ? 0 : shift(weights.reach()));
    }

    /** Half a unit for each rounded coefficient, with what sums are off by. */
    private static int margin(Weights.Projector weights, int shift) {
        double margin = .5 * weights.stored().size() + error(weights, shift);
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.ceil(margin) + 1);
    }

    /** What sums of P coefficients, each a sum of P products in doubles, are off by in units of 2^shift: 2^-53 of every term. */
    private static double error(Weights.Projector weights, int shift) {
        int p = weights.stored().size();
        double largest = 0;
        for (long[] row : weights.inverse()) {
            largest =
                    Math.max(largest, Arrays.stream(row).mapToDouble(Math::abs).sum());
        }
        return Math.scalb(largest * weights.neurons() * p * (2 * p + 4), -53 - shift);
    }

    private static long[] whenUp(Weights.Projector weights) {
        return weights.diagonal().clone();
    }

    private static long[] whenDown(Weights.Projector weights) {
        return Arrays.stream(weights.diagonal()).map(own -> 1 - own).toArray();
    }

    @Override
    void round(int[][] products, int lanes, int[][] coefficients) {
        if (weights.fitsInt()) {
            multiply(products, lanes, coefficients);
        } else {
            multiplyWide(products, lanes, coefficients);
        }
    }

    private void multiply(int[][] products, int lanes, int[][] coefficients) {
        for (int[] row : coefficients) {
            Arrays.fill(row, 0, lanes, 0);
        }
        for (int first = 0; first < patterns; first += BLOCK) {
            for (int mu = 0; mu < patterns; mu++) {
                int[] row = narrow[mu];
                for (int nu = first; nu < Math.min(patterns, first + BLOCK); nu += AT_ONCE) {
                    add(
                            lanes,
                            coefficients[mu],
                            row[nu],
                            products[nu],
                            row[nu + 1],
                            products[within(nu + 1)],
                            row[nu + 2],
                            products[within(nu + 2)],
                            row[nu + 3],
                            products[within(nu + 3)]);
                }
            }
        }
    }

    /** A row that is there, where its factor is 0. */
    private int within(int nu) {
        return Math.min(nu, patterns - 1);
    }

    private static void add(int lanes, int[] sum, int fa, int[] a, int fb, int[] b, int fc, int[] c, int fd, int[] d) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += fa * a[s] + fb * b[s] + fc * c[s] + fd * d[s];
        }
    }

    private void multiplyWide(int[][] whole, int lanes, int[][] coefficients) {
        double[][] products = new double[wide[0].length][lanes];
        fine = fine.length == patterns && fine[0].length >= lanes ? fine : new double[patterns][lanes];
        for (int nu = 0; nu < patterns; nu++) {
            for (int s = 0; s < lanes; s++) {
                products[nu][s] = whole[nu][s];
            }
        }
        for (double[] row : fine) {
            Arrays.fill(row, 0, lanes, 0);
        }
        for (int first = 0; first < patterns; first += BLOCK) {
            for (int mu = 0; mu < patterns; mu++) {
                double[] row = wide[mu];
                for (int nu = first; nu < Math.min(patterns, first + BLOCK); nu += AT_ONCE) {
                    add(
                            lanes,
                            fine[mu],
                            row[nu],
                            products[nu],
                            row[nu + 1],
                            products[nu + 1],
                            row[nu + 2],
                            products[nu + 2],
                            row[nu + 3],
                            products[nu + 3]);
                }
            }
        }
        for (int mu = 0; mu < patterns; mu++) {
            for (int s = 0; s < lanes; s++) {
                coefficients[mu][s] = (int) Math.rint(fine[mu][s]);
            }
        }
    }

    @Override
    int finer(PatternSet stored, int neuron, boolean isUp, int lane) {
        if (weights.fitsInt()) {
            return 0;
        }
        double above = -Math.scalb((double) least(neuron, isUp), -shift);
        for (int mu = 0; mu < patterns; mu++) {
            above += stored.isUp(mu, neuron) ? fine[mu][lane] : -fine[mu][lane];
        }
        return above > error ? 1 : above < -error ? -1 : 0;
    }

    private static void add(
            int lanes,
            double[] sum,
            double fa,
            double[] a,
            double fb,
            double[] b,
            double fc,
            double[] c,
            double fd,
            double[] d) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += fa * a[s] + fb * b[s] + fc * c[s] + fd * d[s];
        }
    }

    @Override
    void exact(int[] products, long[] coefficients) {
        Arrays.fill(coefficients, 0);
        for (int mu = 0; mu < patterns; mu++) {
            for (int nu = 0; nu < patterns; nu++) {
                coefficients[nu] += products[mu] * weights.inverse()[mu][nu];
            }
        }
    }
}
