package hopfield.recall.kernel;

import hopfield.memory.Weights;
import java.util.Arrays;

/** Of W = X^T B X whose fields fit 32 bits: c = B a modulo 2^32, in which sums are exact. */
final class ProjectorCoefficients extends Coefficients {
    private static final int AT_ONCE = 4;

    /** Rows of inner products that stay in a core's nearest cache. */
    private static final int BLOCK = 32;

    private final int[][] inverse;

    ProjectorCoefficients(Weights.Projector weights) {
        super(weights.diagonal(), leastWhenDown(weights), 0, 0);
        int patterns = weights.stored().size();
        this.inverse = new int[patterns][padded(patterns)];
        for (int mu = 0; mu < patterns; mu++) {
            for (int nu = 0; nu < patterns; nu++) {
                inverse[mu][nu] = (int) weights.inverse()[mu][nu];
            }
        }
    }

    /** A neuron that is down goes up where its sum is above its own part of it, -W_ii. */
    static long[] leastWhenDown(Weights.Projector weights) {
        return Arrays.stream(weights.diagonal()).map(own -> 1 - own).toArray();
    }

    /** Factors that are taken together, filled up with zeros. */
    private static int padded(int patterns) {
        return (patterns + AT_ONCE - 1) / AT_ONCE * AT_ONCE;
    }

    @Override
    void round(int[][] products, int lanes, int[][] coefficients) {
        for (int[] row : coefficients) {
            Arrays.fill(row, 0, lanes, 0);
        }
        int last = inverse.length - 1;
        for (int first = 0; first < inverse.length; first += BLOCK) {
            for (int mu = 0; mu < inverse.length; mu++) {
                int[] row = inverse[mu];
                for (int nu = first; nu < Math.min(inverse.length, first + BLOCK); nu += AT_ONCE) {
                    int[] b = products[Math.min(last, nu + 1)];
                    int[] c = products[Math.min(last, nu + 2)];
                    int[] d = products[Math.min(last, nu + 3)];
                    add(lanes, coefficients[mu], row[nu], products[nu], row[nu + 1], b, row[nu + 2], c, row[nu + 3], d);
                }
            }
        }
    }

    private static void add(int lanes, int[] sum, int fa, int[] a, int fb, int[] b, int fc, int[] c, int fd, int[] d) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += fa * a[s] + fb * b[s] + fc * c[s] + fd * d[s];
        }
    }

    @Override
    void exact(int[] products, long[] coefficients) {
        throw new UnsupportedOperationException("sums modulo 2^32 are exact");
    }
}
