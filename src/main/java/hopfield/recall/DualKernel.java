package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;

/** The portable kernel for the dual form: inner products a = X s, and sums X^T a of them, in 32 bits. */
final class DualKernel implements Kernel {
    private final Weights.Dual weights;
    private final PatternSet stored;
    private final IntProjection projection;
    private final long[] leastWhenUp;
    private final long[] leastWhenDown;
    private final int[] products;
    private final int lastWord;
    private final long lastMask;

    DualKernel(Memory memory) {
        int neurons = memory.neurons();
        this.weights = (Weights.Dual) memory.weights();
        this.stored = weights.stored();
        this.projection = new IntProjection(stored);
        this.products = projection.coefficients();
        this.lastWord = Pattern.wordsFor(neurons) - 1;
        this.lastMask = Pattern.lastWordMask(neurons);
        DualBounds bounds = DualBounds.of(memory);
        this.leastWhenUp = bounds.leastWhenUp();
        this.leastWhenDown = bounds.leastWhenDown();
    }

    /** Whether sums X^T a, of up to P N, fit 32 bits. */
    static boolean fits(int patterns, int neurons) {
        return (long) patterns * neurons <= Integer.MAX_VALUE;
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        int words = lastWord + 1;
        for (int at = 0; at < count * words; at += words) {
            stored.innerProducts(states, at, products);
            decide(projection.sums(), states, next, at);
        }
    }

    /** sum_j shared_j s_j, were shared the sum of the patterns; where it is zero, this is multiplied by zero. */
    private long sharedProduct() {
        long product = 0;
        for (int p = 0; p < stored.size(); p++) {
            product += products[p];
        }
        return product;
    }

    /** Both answers for every neuron, were it up and were it down, so that no branch hangs on a noisy bit. */
    private void decide(int[] sums, long[] states, long[] next, int at) {
        int[] shared = weights.shared();
        long gain = weights.gain();
        long sharedProduct = sharedProduct();
        for (int w = 0, i = 0; i < sums.length; w++) {
            long downWhenUp = 0;
            long downWhenDown = 0;
            int end = Math.min(sums.length, i + Long.SIZE);
            for (; i < end; i++) {
                long field = gain * sums[i] - shared[i] * sharedProduct;
                downWhenUp |= (field - leastWhenUp[i] >>> 63) << i;
                downWhenDown |= (field - leastWhenDown[i] >>> 63) << i;
            }
            long state = states[at + w];
            next[at + w] = state & ~downWhenUp | ~state & ~downWhenDown;
        }
        next[at + lastWord] &= lastMask;
    }

    @Override
    public String name() {
        return "java dual";
    }

    @Override
    public void close() {}
}
