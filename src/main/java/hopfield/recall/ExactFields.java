package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/** Single fields of packed states, one neuron at a time, in exact whole numbers. */
final class ExactFields {
    private final Memory memory;
    private final double[] rowSums;

    ExactFields(Memory memory) {
        this.memory = memory;
        this.rowSums = new double[memory.neurons()];
        double[] row = new double[memory.neurons()];
        for (int i = 0; i < rowSums.length; i++) {
            for (double weight : row(memory.weights(), i, row)) {
                rowSums[i] += weight;
            }
        }
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

    /** Whether a neuron goes up from a state: the sign of its field above its threshold, and its own where that is zero. */
    boolean goesUp(int neuron, long[] states, int at) {
        double field = 2 * overUp(neuron, states, at) - rowSums[neuron];
        double threshold = memory.threshold()[neuron];
        boolean isUp = (states[at + (neuron >> 6)] >>> neuron & 1) != 0;
        return field > threshold || field == threshold && isUp;
    }

    /** The sum of a neuron's weights over the neurons that are up. */
    private double overUp(int neuron, long[] states, int at) {
        if (memory.weights() instanceof Weights.Narrow narrow) {
            int[] row = narrow.rows()[neuron];
            long sum = 0;
            for (int j = 0, w = at; j < row.length; j += Long.SIZE, w++) {
                for (long rest = states[w]; rest != 0; rest &= rest - 1) {
                    sum += row[j + Long.numberOfTrailingZeros(rest)];
                }
            }
            return sum;
        }
        double[] row = ((Weights.Wide) memory.weights()).rows()[neuron];
        double sum = 0;
        for (int j = 0, w = at; j < row.length; j += Long.SIZE, w++) {
            for (long rest = states[w]; rest != 0; rest &= rest - 1) {
                sum += row[j + Long.numberOfTrailingZeros(rest)];
            }
        }
        return sum;
    }
}
