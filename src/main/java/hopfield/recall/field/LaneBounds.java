package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/**
 * Where neurons go up, for {@linkplain LaneFields lanes}: with U_i the sum of W_ij over the neurons that are up and u_i = 1 where
 * neuron i is, it goes up where b_i - 2 U_i - u_i is below zero. b_i is twice the U_i at which the field equals the threshold, so
 * that u_i decides there, and an odd number between two such where no U_i makes it so.
 *
 * @param values b, N entries
 * @param rowSums R_i = sum_j W_ij, N entries
 * @param largest the largest absolute value that b_i - 2 U_i - u_i takes in any state
 */
public record LaneBounds(long[] values, long[] rowSums, long largest) {
    private static final double BEYOND = 1L << 33;

    /** Whether all that lanes may hold of a memory with narrow weights fits 32 bits. */
    public static boolean fit(Memory memory) {
        return of(memory, (Weights.Narrow) memory.weights()).largest <= Integer.MAX_VALUE;
    }

    /** Those of a memory with narrow weights. */
    static LaneBounds of(Memory memory, Weights.Narrow narrow) {
        int[][] weights = narrow.rows();
        long[] values = new long[weights.length];
        long[] rowSums = new long[weights.length];
        long largest = 0;
        for (int i = 0; i < weights.length; i++) {
            long above = 0;
            long below = 0;
            for (int weight : weights[i]) {
                above += Math.max(0, weight);
                below += Math.min(0, weight);
            }
            rowSums[i] = above + below;
            double threshold = memory.threshold()[i];
            values[i] = 1
                    + mostWithin(Math.floor(threshold), rowSums[i], below, above)
                    + mostWithin(Math.ceil(threshold) - 1, rowSums[i], below, above);
            largest = Math.max(largest, Math.max(values[i] - 2 * below, 2 * above + 1 - values[i]));
        }
        return new LaneBounds(values, rowSums, largest);
    }

    /** The largest U with 2 U - R at most a limit; beyond what U can be, the nearest number that decides as it does. */
    private static long mostWithin(double limit, long rowSum, long below, long above) {
        long reachable = (long) Math.max(-BEYOND, Math.min(BEYOND, limit));
        return Math.max(below - 1, Math.min(above, reachable + rowSum >> 1));
    }
}
