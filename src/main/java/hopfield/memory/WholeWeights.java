package hopfield.memory;

import hopfield.BadInput;

/** Picks the narrowest form that holds a matrix and its local fields exactly. */
final class WholeWeights {
    private static final long EXACT_IN_DOUBLE = 1L << 53;

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

    /**
     * The weights of 64-bit entries.
     *
     * @throws BadInput if a local field could exceed 2^53
     */
    static Weights of(long[][] rows) {
        double largest = 0;
        for (long[] row : rows) {
            double sum = 0;
            for (long weight : row) {
                sum += Math.abs((double) weight);
            }
            largest = Math.max(largest, sum);
        }
        if (largest > EXACT_IN_DOUBLE) {
            throw new BadInput(String.format(
                    "the weights' fields reach %.3g, more than the 2^53 that are exact; store fewer patterns",
                    largest));
        }
        return largest <= Integer.MAX_VALUE ? new Weights.Narrow(narrowed(rows)) : new Weights.Wide(widened(rows));
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
