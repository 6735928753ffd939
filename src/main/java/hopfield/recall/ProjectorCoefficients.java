package hopfield.recall;

import hopfield.memory.Weights;
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

    private ProjectorCoefficients(Weights.Projector weights, int shift) {
        super(whenUp(weights), whenDown(weights), shift, weights.fitsInt() ? 0 : margin(weights, shift));
        this.weights = weights;
        this.patterns = weights.stored().size();
        this.shift = shift;
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

    /** Half a unit for each rounded coefficient; with what sums of P products in doubles are off by, 2^-53 of their terms each. */
    private static int margin(Weights.Projector weights, int shift) {
        int p = weights.stored().size();
        double largest = 0;
        for (long[] row : weights.inverse()) {
            largest =
                    Math.max(largest, Arrays.stream(row).mapToDouble(Math::abs).sum());
        }
        double error = .5 + Math.scalb(largest * weights.neurons() * (p + 2), -53 - shift);
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.ceil(p * error) + 1);
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
        double[] sum = new double[lanes];
        for (int nu = 0; nu < patterns; nu++) {
            for (int s = 0; s < lanes; s++) {
                products[nu][s] = whole[nu][s];
            }
        }
        for (int mu = 0; mu < patterns; mu++) {
            double[] row = wide[mu];
            Arrays.fill(sum, 0, lanes, 0);
            for (int nu = 0; nu < patterns; nu += AT_ONCE) {
                add(
                        lanes,
                        sum,
                        row[nu],
                        products[nu],
                        row[nu + 1],
                        products[nu + 1],
                        row[nu + 2],
                        products[nu + 2],
                        row[nu + 3],
                        products[nu + 3]);
            }
            for (int s = 0; s < lanes; s++) {
                coefficients[mu][s] = (int) Math.rint(sum[s]);
            }
        }
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
