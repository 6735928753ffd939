package hopfield.memory;

/** Picks the narrowest form that holds a matrix and its local fields exactly. */
final class WholeWeights {
    private static final double EXACT_IN_DOUBLE = 1L << 53;

    private WholeWeights() {}

    /** The weights of 32-bit entries. */
    static Weights of(int[][] rows) {
        long largest = 0;
        for (int[] row : rows) {
            long sum = 0;
            for (int weight : row) {
                sum += Math.abs((long) weight);
            }
            largest = Math.max(largest, sum);
        }
        return largest <= Integer.MAX_VALUE ? new Weights.Narrow(rows) : new Weights.Wide(widened(rows));
    }

    /** The weights of 64-bit entries, whose local fields are at most 2^53. */
    static Weights of(long[][] rows) {
        double largest = largestRowSum(rows);
        if (largest > EXACT_IN_DOUBLE) {
            throw new IllegalArgumentException("fields reach " + largest + ", expected at most 2^53");
        }
        return largest <= Integer.MAX_VALUE ? new Weights.Narrow(narrowed(rows)) : new Weights.Wide(widened(rows));
    }

    /** How the entries of a matrix are kept. */
    static WeightRange range(long[][] rows) {
        return WeightRange.of(largestRowSum(rows), rows.length);
    }

    private static double largestRowSum(long[][] rows) {
        double largest = 0;
        for (long[] row : rows) {
            double sum = 0;
            for (long weight : row) {
                sum += Math.abs((double) weight);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    private static int[][] narrowed(long[][] rows) {
        int[][] narrow = new int[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                narrow[i][j] = (int) rows[i][j];
            }
        }
        return narrow;
    }

    private static double[][] widened(long[][] rows) {
        double[][] wide = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                wide[i][j] = rows[i][j];
            }
        }
        return wide;
    }

    private static double[][] widened(int[][] rows) {
        double[][] wide = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                wide[i][j] = rows[i][j];
            }
        }
        return wide;
    }
}
