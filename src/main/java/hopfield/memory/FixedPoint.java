package hopfield.memory;

/**
 * Real weights as whole numbers: W_q = round(2^k W), with the largest k for which every field fits 31 bits in every kernel. A
 * field is then the same exact sum in any order on any machine. Each weight is off by at most 2^-(k+1), so a field h by at most
 * N 2^-(k+1), which is below N / 2^30 of the largest sum_j |W_ij|: for N = 784, less than one part in a million.
 */
final class FixedPoint {
    /** Of a row's sum |W_q|: what four int8 planes hold, and below 2^31 with any threshold that can be reached. */
    static final int LARGEST_ROW_SUM = 0x7f000000;

    private FixedPoint() {}

    /**
     * The memory of real weights, without thresholds.
     *
     * @param below W below its diagonal, finite: row i has the entries j &lt; i. Not modified.
     */
    static Memory memory(Rule rule, int patterns, double[][] below) {
        int n = below.length;
        double largest = largestRowSum(below);
        if (!Double.isFinite(largest)) {
            throw new IllegalArgumentException("the weights of " + patterns + " patterns of " + n + " neurons by rule '"
                    + rule.label() + "' are not finite");
        }
        int k = largest == 0 ? 0 : Math.getExponent((LARGEST_ROW_SUM - n) / largest);
        int[][] rows = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                int weight = (int) Math.rint(Math.scalb(below[i][j], k));
                rows[i][j] = weight;
                rows[j][i] = weight;
            }
        }
        return new Memory(rule, patterns, new Weights.Narrow(rows), new double[n], Math.scalb(1.0, -k));
    }

    private static double largestRowSum(double[][] below) {
        double[] sums = new double[below.length];
        for (int i = 0; i < below.length; i++) {
            for (int j = 0; j < i; j++) {
                double size = Math.abs(below[i][j]);
                sums[i] += size;
                sums[j] += size;
            }
        }
        double largest = 0;
        for (double sum : sums) {
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
