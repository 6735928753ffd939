package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/** Which kernel steps a memory: the one place where that is decided. */
public enum Kernels {
    /** The fastest that this machine can run. */
    AUTO,
    /** Plain Java. */
    JAVA;

    /**
     * Whether a network of so many patterns is recalled in its dual form, without ever building its weights. A step costs P / 8
     * table look-ups a neuron in the one and, in the other, a row for each neuron of the lesser side, or for each that flipped.
     *
     * @param patterns P
     * @param neurons N
     */
    public boolean prefersDual(int patterns, int neurons) {
        return 2 * patterns <= neurons;
    }

    /** A kernel of its own for a thread; to be closed. */
    Kernel of(Memory memory) {
        return memory.weights() instanceof Weights.Dual ? new DualKernel(memory) : new RowKernel(memory);
    }
}
