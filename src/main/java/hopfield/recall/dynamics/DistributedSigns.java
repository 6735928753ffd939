package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Which way every neuron goes, given (C s)_i with the diagonal of C in it: where weights stay in place, all that a holder of some
 * rows of C needs to know of a memory. With G_i = gain (C s)_i - shared_i (shared s), diagonal and threshold are whole numbers
 * that G_i is compared with, one for a neuron that is up, which keeps its state at a tie, and one for a neuron that is down.
 */
public final class DistributedSigns implements Serializable {
    private static final long serialVersionUID = 1;

    private final long gain;
    private final int[] shared;
    private final boolean anyShared;
    private final long[] leastWhenUp;
    private final long[] leastWhenDown;

    /** @param memory one whose weights are {@link Weights.InPlace} */
    public DistributedSigns(Memory memory) {
        Weights.InPlace weights = (Weights.InPlace) memory.weights();
        int neurons = memory.neurons();
        this.gain = weights.gain();
        this.shared = weights.shared();
        this.anyShared = IntStream.of(shared).anyMatch(sum -> sum != 0);
        this.leastWhenUp = new long[neurons];
        this.leastWhenDown = new long[neurons];
        for (int i = 0; i < neurons; i++) {
            long diagonal = gain * weights.patterns() - (long) shared[i] * shared[i];
            double threshold = memory.threshold()[i] * weights.unit();
            leastWhenUp[i] = (long) Math.ceil(threshold) + diagonal;
            leastWhenDown[i] = (long) Math.floor(threshold) + 1 - diagonal;
        }
    }

    /** shared s, of a packed state that begins at a word. */
    long sharedProduct(long[] states, int at) {
        long product = 0;
        for (int i = 0; anyShared && i < shared.length; i++) {
            product += (states[at + (i >> 6)] >>> i & 1) != 0 ? shared[i] : -shared[i];
        }
        return product;
    }

    /**
     * Whether a neuron is up after the step.
     *
     * @param product (C s)_i
     * @param sharedProduct shared s
     * @param isUp whether it is up now
     */
    boolean goesUp(int neuron, long product, long sharedProduct, boolean isUp) {
        long field = gain * product - shared[neuron] * sharedProduct;
        return field >= (isUp ? leastWhenUp : leastWhenDown)[neuron];
    }
}
