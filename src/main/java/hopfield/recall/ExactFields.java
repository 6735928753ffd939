package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;

/**
 * Single fields of packed states, one neuron at a time, in exact whole numbers. A weight row is kept as its binary digits, a plane
 * of N bits for each, in two's complement, so that W_i u = sum_b 2^b |digit_b AND u|, less where b is the sign. Rows are cut into
 * digits when they are first needed: one thread each.
 */
final class ExactFields {
    private final Memory memory;
    private final int words;
    private final int digits;
    private final long[] rowSums;
    private final long[][] planes;

    ExactFields(Memory memory) {
        this.memory = memory;
        this.words = Pattern.wordsFor(memory.neurons());
        this.rowSums = new long[memory.neurons()];
        this.planes = new long[memory.neurons()][];
        double[] row = new double[memory.neurons()];
        double largest = 0;
        for (int i = 0; i < rowSums.length; i++) {
            double sum = 0;
            for (double weight : row(memory.weights(), i, row)) {
                sum += weight;
                largest = Math.max(largest, Math.abs(weight));
            }
            rowSums[i] = (long) sum;
        }
        this.digits = Long.SIZE - Long.numberOfLeadingZeros((long) largest) + 1;
    }

    /**
     * Row i of some weight rows.
     *
     * @param scratch N entries; may be modified, and be what is returned
     */
    static double[] row(Weights weights, int i, double[] scratch) {
        if (weights instanceof Weights.Wide wide) {
            return wide.rows()[i];
        }
        int[] row = ((Weights.Narrow) weights).rows()[i];
        for (int j = 0; j < row.length; j++) {
            scratch[j] = row[j];
        }
        return scratch;
    }

    /**
     * Whether a neuron goes up: the sign of its field above its threshold, and its own where that is zero.
     *
     * @param states packed states
     * @param at the first word of the one to step
     */
    boolean goesUp(long[] states, int at, int neuron) {
        double field = 2 * overUp(states, at, neuron) - rowSums[neuron];
        double threshold = memory.threshold()[neuron];
        return field > threshold || field == threshold && (states[at + (neuron >> 6)] >>> neuron & 1) != 0;
    }

    /** W_i u, the weights from the neurons that are up. */
    private long overUp(long[] states, int at, int neuron) {
        if (planes[neuron] == null) {
            planes[neuron] = cut(row(memory.weights(), neuron, new double[rowSums.length]));
        }
        long[] plane = planes[neuron];
        long sum = 0;
        for (int digit = 0, p = 0; digit < digits; digit++) {
            int up = 0;
            for (int w = 0; w < words; w++, p++) {
                up += Long.bitCount(plane[p] & states[at + w]);
            }
            sum += digit == digits - 1 ? -((long) up << digit) : (long) up << digit;
        }
        return sum;
    }

    private long[] cut(double[] row) {
        long[] cut = new long[digits * words];
        for (int j = 0; j < row.length; j++) {
            long weight = (long) row[j];
            for (int digit = 0; digit < digits; digit++) {
                cut[digit * words + (j >> 6)] |= (weight >>> digit & 1) << j;
            }
        }
        return cut;
    }
}
