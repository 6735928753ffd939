package hopfield.recall.kernel;

import java.util.Arrays;

/** Sums of s_i F_i over all neurons, for each state of a batch, in 64 bits: their lower and upper 16 bits are added apart. */
final class LaneInteractions {
    private static final int LOW = 0xFFFF;

    private final int neurons;
    private int[] low = {};
    private int[] high = {};
    private long[] sums = {};

    LaneInteractions(int neurons) {
        this.neurons = neurons;
    }

    /** Begins with sums of nothing. */
    void clear(int lanes) {
        low = low.length < lanes ? new int[lanes] : low;
        high = high.length < lanes ? new int[lanes] : high;
        sums = new long[lanes];
    }

    /**
     * Adds the neurons of a block.
     *
     * @param fields F of that block. Not modified.
     * @param states 32 neurons an array. Not modified.
     */
    void add(Combination fields, int block, int lanes, int[][] states) {
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        int end = Math.min(neurons, (block + 1) * Combination.BLOCK);
        for (int i = block * Combination.BLOCK; i < end; i++) {
            add(lanes, fields.sums(i), states[i / Integer.SIZE], i % Integer.SIZE, low, high);
        }
        for (int s = 0; s < lanes; s++) {
            sums[s] += low[s] + ((long) high[s] << Short.SIZE);
        }
    }

    /** A neuron that is down takes F away: its complement plus one, in two's complement. */
    private static void add(int lanes, int[] fields, int[] states, int bit, int[] low, int[] high) {
        for (int s = 0; s < lanes; s++) {
            int down = (states[s] >>> bit & 1) - 1;
            int term = (fields[s] ^ down) - down;
            low[s] += term & LOW;
            high[s] += term >> Short.SIZE;
        }
    }

    long get(int lane) {
        return sums[lane];
    }
}
