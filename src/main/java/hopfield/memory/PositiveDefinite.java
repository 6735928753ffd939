package hopfield.memory;

import org.netlib.lapack.Dpotrf;
import org.netlib.lapack.Dpotri;
import org.netlib.util.intW;

/** Inverses by LAPACK's Cholesky factorisation, as F2J translated it to Java: the same bits on every machine. */
final class PositiveDefinite {
    /** LAPACK keeps a matrix in one array. */
    static final int MOST_ROWS = 46_340;

    private PositiveDefinite() {}

    /**
     * (A + lambda I)^-1.
     *
     * @param a symmetric, of whole numbers, no eigenvalue below 0. Not modified.
     * @param lambda above 0
     * @return its lower triangle: row i has the entries j &lt;= i
     */
    static double[][] inverse(int[][] a, double lambda) {
        int n = a.length;
        double[] packed = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                packed[j * n + i] = i == j ? a[i][i] + lambda : a[i][j];
            }
        }
        intW info = new intW(0);
        Dpotrf.dpotrf("L", n, packed, 0, n, info);
        if (info.val == 0) {
            Dpotri.dpotri("L", n, packed, 0, n, info);
        }
        if (info.val != 0) {
            throw new ArithmeticException("a matrix of " + n + " rows is not positive definite at row " + info.val);
        }
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                lower[i][j] = packed[j * n + i];
            }
        }
        return lower;
    }
}
