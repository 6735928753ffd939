package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;

/** The energy of states whose weights stay in place, from s^T C s, which those who hold rows of C have summed up. */
final class DistributedEnergy {
    private final Memory memory;
    private final Weights.InPlace weights;
    private final DistributedSigns signs;
    private final long trace;

    /** @param memory one whose weights are {@link Weights.InPlace} */
    DistributedEnergy(Memory memory, DistributedSigns signs) {
        this.memory = memory;
        this.weights = (Weights.InPlace) memory.weights();
        this.signs = signs;
        this.trace = trace(weights);
    }

    /** E = -1/2 s^T W s + theta^T s, with s^T W s = (gain s^T C s - (shared s)^2 - trace) / unit. */
    double of(Pattern state, long products) {
        long shared = signs.sharedProduct(state.words(), 0);
        double bias = 0;
        for (int i = 0; i < memory.neurons(); i++) {
            double threshold = memory.threshold()[i];
            bias += state.isUp(i) ? threshold : -threshold;
        }
        double interaction = (weights.gain() * products - shared * shared - trace) / weights.unit();
        return memory.scale() * (bias - interaction / 2);
    }

    /** The sum of the diagonal of gain C - shared shared^T, where W has zeros. */
    private static long trace(Weights.InPlace weights) {
        long trace = 0;
        for (long own : weights.shared()) {
            trace += (long) weights.gain() * weights.patterns() - own * own;
        }
        return trace;
    }
}
