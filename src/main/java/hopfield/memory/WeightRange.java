package hopfield.memory;

import java.io.Serializable;

/**
 * How the whole numbers of a weight matrix are kept so that its local fields are exact: in 32 bits where fields fit an int, else in
 * doubles, rounded to a multiple of 2^surplusBits where fields would exceed the 2^53 that those hold.
 *
 * @param wide whether an entry takes 64 bits
 * @param surplusBits bits that go from every entry
 */
public record WeightRange(boolean wide, int surplusBits) implements Serializable {
    private static final double EXACT_IN_DOUBLE = 1L << 53;

    /**
     * @param largestRowSum the largest of sum_j |W_ij|
     * @param neurons N, by half of which rounding may enlarge it
     */
    public static WeightRange of(double largestRowSum, int neurons) {
        double largest = largestRowSum + neurons;
        int surplus =
                largest <= EXACT_IN_DOUBLE ? 0 : Math.getExponent(largest) - Math.getExponent(EXACT_IN_DOUBLE) + 1;
        return new WeightRange(surplus > 0 || largestRowSum > Integer.MAX_VALUE, surplus);
    }

    /** An entry as it is kept: the nearest multiple of 2^surplusBits, in that unit. */
    public long kept(long weight) {
        return surplusBits == 0 ? weight : (weight >> surplusBits) + (weight >> surplusBits - 1 & 1);
    }

    /** The memory whose weights are in that unit, with its thresholds and scale in it too; they must not be yet. */
    public Memory inUnits(Memory memory) {
        if (surplusBits == 0) {
            return memory;
        }
        double[] threshold = memory.threshold().clone();
        for (int i = 0; i < threshold.length; i++) {
            threshold[i] = Math.scalb(threshold[i], -surplusBits);
        }
        return new Memory(
                memory.rule(), memory.patterns(), memory.weights(), threshold, Math.scalb(memory.scale(), surplusBits));
    }
}
