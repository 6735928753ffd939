package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;

/**
 * Single fields of packed states, one neuron at a time, in exact whole numbers. A weight row is kept as its binary digits, a plane
 * of N bits for each, in two's complement, so that W_i u = sum_b 2^b |digit_b AND u|, less where b is the sign. Rows are cut into
 * digits when they are first needed: one thread each.
 */
public final class ExactFields {
    private final Memory memory;
    private final int words;
    private final int digits;
    private final long[] rowSums;
    private final long[][] planes;
    private long[] state;
    private int first;
    private long up;

    public ExactFields(Memory memory) {
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
     * Begins with a state.
     *
     * @param states packed states; looked at until the next one is entered
     * @param at the first word of the one to step
     */
    void enter(long[] states, int at) {
        state = states;
        first = at;
        up = 0;
        for (int w = 0; w < words; w++) {
            up += Long.bitCount(states[at + w]);
        }
    }

    /**
     * Whether a neuron goes up: the sign of its field above its threshold, and its own where that is zero. Digits are added from
     * the highest on, until those to come, which add between nothing and all ones for each neuron that is up, decide no more.
     */
    boolean goesUp(int neuron) {
        if (planes[neuron] == null) {
            planes[neuron] = cut(row(memory.weights(), neuron, new double[rowSums.length]));
        }
        long[] plane = planes[neuron];
        double threshold = memory.threshold()[neuron];
        long field = -rowSums[neuron] - 2 * ((long) over(plane, digits - 1) << digits - 1);
        for (int digit = digits - 2; digit >= 0; digit--) {
            field += 2 * ((long) over(plane, digit) << digit);
            if (field > threshold) {
                return true;
            }
            if (field + 2 * up * ((1L << digit) - 1) < threshold) {
                return false;
            }
        }
        return field > threshold || field == threshold && (state[first + (neuron >> 6)] >>> neuron & 1) != 0;
    }

    /** Neurons that are up and have a digit of their weight set. */
    private int over(long[] plane, int digit) {
        int over = 0;
        for (int w = 0, p = digit * words; w < words; w++, p++) {
            over += Long.bitCount(plane[p] & state[first + w]);
        }
        return over;
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
