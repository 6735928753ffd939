package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;

/** Single fields of one packed state, one neuron at a time, in exact whole numbers. Holds scratch space: one thread each. */
final class ExactFields {
    private final Memory memory;
    private final double[] rowSums;
    private final int[] up;

    ExactFields(Memory memory) {
        this.memory = memory;
        this.rowSums = new double[memory.neurons()];
        this.up = new int[memory.neurons()];
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

    /** Takes the state that is packed from there on. */
    void enter(long[] states, int at) {
        for (int w = 0, i = 0; w < Pattern.wordsFor(up.length); w++) {
            long word = states[at + w];
            int end = Math.min(up.length, i + Long.SIZE);
            for (; i < end; i++, word >>>= 1) {
                up[i] = -(int) (word & 1);
            }
        }
    }

    /** Whether a neuron goes up: the sign of its field above its threshold, and its own where that is zero. */
    boolean goesUp(int neuron) {
        double overUp = memory.weights() instanceof Weights.Narrow narrow
                ? sum(narrow.rows()[neuron])
                : sum(((Weights.Wide) memory.weights()).rows()[neuron]);
        double field = 2 * overUp - rowSums[neuron];
        double threshold = memory.threshold()[neuron];
        return field > threshold || field == threshold && up[neuron] != 0;
    }

    /** The sum over the neurons that are up; that of all entries' absolute values fits an int. */
    private int sum(int[] row) {
        int sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] & up[j];
        }
        return sum;
    }

    private double sum(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum -= row[j] * up[j];
        }
        return sum;
    }
}
