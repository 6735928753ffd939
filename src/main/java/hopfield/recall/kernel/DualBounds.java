package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/**
 * Which way every neuron of a dual memory goes, given G_i = gain (X^T X s)_i - shared_i (shared s), diagonal included: up from a
 * whole number on, one for a neuron that is up, which keeps its state at a tie, and one for a neuron that is down.
 *
 * @param leastWhenUp the least G_i with which neuron i stays up, N entries
 * @param leastWhenDown the least G_i with which neuron i goes up, N entries
 */
record DualBounds(long[] leastWhenUp, long[] leastWhenDown) {
    /** Those of a memory whose weights are {@link Weights.Dual}. */
    static DualBounds of(Memory memory) {
        Weights.Dual weights = (Weights.Dual) memory.weights();
        int neurons = memory.neurons();
        long[] leastWhenUp = new long[neurons];
        long[] leastWhenDown = new long[neurons];
        for (int i = 0; i < neurons; i++) {
            long shared = weights.shared()[i];
            double diagonal = (double) weights.gain() * weights.stored().size() - shared * shared;
            double threshold = memory.threshold()[i] * weights.unit();
            leastWhenUp[i] = (long) Math.ceil(threshold + diagonal);
            leastWhenDown[i] = (long) Math.floor(threshold - diagonal) + 1;
        }
        return new DualBounds(leastWhenUp, leastWhenDown);
    }
}
