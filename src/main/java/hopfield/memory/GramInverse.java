package hopfield.memory;

import hopfield.pattern.PatternSet;

/**
 * The inverse of the patterns' Gram matrix in fixed point, B = round(2^k (X X^T + lambda I)^-1), and the whole numbers
 * X^T B X. Those fit an int, so they are formed modulo 2^32, however large B.
 *
 * @param patterns X
 * @param bits k
 * @param inverse B, P x P, symmetric
 */
record GramInverse(PatternSet patterns, int bits, long[][] inverse) {

    /** @param gram X X^T. Not modified. */
    static GramInverse of(PatternSet patterns, int[][] gram, double lambda) {
        int p = patterns.size();
        int bits = Math.getExponent(leastRoom(p, patterns.neurons()) / Math.sqrt(patterns.neurons()));
        double[][] lower = PositiveDefinite.inverse(gram, lambda);
        long[][] inverse = new long[p][p];
        for (int mu = 0; mu < p; mu++) {
            for (int nu = 0; nu <= mu; nu++) {
                inverse[mu][nu] = (long) Math.rint(Math.scalb(lower[mu][nu], bits));
                inverse[nu][mu] = inverse[mu][nu];
            }
        }
        return new GramInverse(patterns, bits, inverse);
    }

    /** What the rounding of B surely leaves of the largest row sum; below 0 where that would be less than 7/8. */
    static double leastRoom(int patterns, int neurons) {
        double taken = .5 * neurons * patterns * patterns;
        return taken > FixedPoint.LARGEST_ROW_SUM / 8.0 ? -1 : FixedPoint.LARGEST_ROW_SUM - taken;
    }

    Weights.Projector projector() {
        int[][] x = signs();
        int[] diagonal = new int[patterns.neurons()];
        for (int mu = 0; mu < x.length; mu++) {
            int[] row = combined(mu, x);
            for (int i = 0; i < diagonal.length; i++) {
                diagonal[i] += x[mu][i] * row[i];
            }
        }
        return new Weights.Projector(patterns, inverse, diagonal);
    }

    Weights.Narrow weights() {
        int n = patterns.neurons();
        int[][] x = signs();
        int[][] rows = new int[n][n];
        for (int mu = 0; mu < x.length; mu++) {
            int[] row = combined(mu, x);
            for (int i = 0; i < n; i++) {
                add(rows[i], x[mu][i], row);
            }
        }
        for (int i = 0; i < n; i++) {
            rows[i][i] = 0;
        }
        return new Weights.Narrow(rows);
    }

    private int[][] signs() {
        int[][] x = new int[patterns.size()][patterns.neurons()];
        for (int mu = 0; mu < x.length; mu++) {
            for (int i = 0; i < x[mu].length; i++) {
                x[mu][i] = patterns.isUp(mu, i) ? 1 : -1;
            }
        }
        return x;
    }

    /** Row mu of B X. */
    private int[] combined(int mu, int[][] x) {
        int[] row = new int[patterns.neurons()];
        for (int nu = 0; nu < x.length; nu++) {
            add(row, (int) inverse[mu][nu], x[nu]);
        }
        return row;
    }

    private static void add(int[] sum, int factor, int[] a) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * a[j];
        }
    }
}
