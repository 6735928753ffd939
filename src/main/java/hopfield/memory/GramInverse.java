package hopfield.memory;

import hopfield.pattern.PatternSet;
import java.util.Arrays;

/**
 * The inverse of the patterns' Gram matrix in fixed point, B = round(2^k (X X^T + lambda I)^-1), and the whole numbers
 * X^T B X. Where those fit an int, they are formed modulo 2^32, however large B; else they are below 2^50.
 *
 * @param patterns X
 * @param bits k
 * @param fitsInt whether fields fit an int
 * @param inverse B, P x P, symmetric
 */
record GramInverse(PatternSet patterns, int bits, boolean fitsInt, long[][] inverse) {
    private static final double LARGEST_ROW_SUM = 1L << 50;

    /** @param gram X X^T. Not modified. */
    static GramInverse of(PatternSet patterns, int[][] gram, double lambda) {
        int p = patterns.size();
        int n = patterns.neurons();
        boolean fitsInt = fitsInt(p, n);
        double room = (fitsInt ? FixedPoint.LARGEST_ROW_SUM : LARGEST_ROW_SUM) - taken(p, n);
        int bits = Math.getExponent(room / Math.sqrt(n));
        double[][] lower = PositiveDefinite.inverse(gram, lambda);
        long[][] inverse = new long[p][p];
        for (int mu = 0; mu < p; mu++) {
            for (int nu = 0; nu <= mu; nu++) {
                inverse[mu][nu] = (long) Math.rint(Math.scalb(lower[mu][nu], bits));
                inverse[nu][mu] = inverse[mu][nu];
            }
        }
        return new GramInverse(patterns, bits, fitsInt, inverse);
    }

    /** Whether the rounding of B surely leaves 7/8 of 31 bits for the largest row sum. */
    static boolean fitsInt(int patterns, int neurons) {
        return taken(patterns, neurons) <= FixedPoint.LARGEST_ROW_SUM / 8.0;
    }

    /** The most patterns for which it leaves as much of 50 bits. */
    static int mostPatterns(int neurons) {
        return (int) Math.min(PositiveDefinite.MOST_ROWS, Math.sqrt(LARGEST_ROW_SUM / 4 / neurons));
    }

    /** The most that the rounding of B adds to a row sum: P^2 / 2 to each weight. */
    private static double taken(int patterns, int neurons) {
        return .5 * neurons * patterns * patterns;
    }

    Weights.Projector projector() {
        return new ProjectorDiagonal(patterns, inverse).weights(fitsInt);
    }

    /** X^T B X without its diagonal, where it fits an int. */
    static Weights.Narrow weights(PatternSet patterns, long[][] inverse) {
        int n = patterns.neurons();
        int[][] x = new int[patterns.size()][n];
        for (int mu = 0; mu < x.length; mu++) {
            for (int i = 0; i < n; i++) {
                x[mu][i] = patterns.isUp(mu, i) ? 1 : -1;
            }
        }
        int[][] rows = new int[n][n];
        int[] combined = new int[n];
        for (int mu = 0; mu < x.length; mu++) {
            Arrays.fill(combined, 0);
            for (int nu = 0; nu < x.length; nu++) {
                add(combined, (int) inverse[mu][nu], x[nu]);
            }
            for (int i = 0; i < n; i++) {
                add(rows[i], x[mu][i], combined);
            }
        }
        for (int i = 0; i < n; i++) {
            rows[i][i] = 0;
        }
        return new Weights.Narrow(rows);
    }

    private static void add(int[] sum, int factor, int[] a) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * a[j];
        }
    }
}
