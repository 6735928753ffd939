package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;

/** The portable kernel for the dual form where sums X^T a, of up to P N, {@linkplain DualKernel#fits outgrow} 32 bits. */
final class WideDualKernel implements Kernel {
    private final Weights.Dual weights;
    private final PatternSet stored;
    private final LongProjection projection;
    private final DualBounds bounds;
    private final int[] products;
    private final int lastWord;
    private final long lastMask;

    WideDualKernel(Memory memory) {
        this.weights = (Weights.Dual) memory.weights();
        this.stored = weights.stored();
        this.projection = new LongProjection(stored);
        this.bounds = DualBounds.of(memory);
        this.products = new int[stored.size()];
        this.lastWord = Pattern.wordsFor(memory.neurons()) - 1;
        this.lastMask = Pattern.lastWordMask(memory.neurons());
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        int words = lastWord + 1;
        for (int at = 0; at < count * words; at += words) {
            stored.innerProducts(states, at, products);
            long sharedProduct = 0; // of the sum of the patterns, or multiplied by zero
            for (int mu = 0; mu < products.length; mu++) {
                projection.coefficients()[mu] = products[mu];
                sharedProduct += products[mu];
            }
            decide(projection.sums(), sharedProduct, states, next, at);
        }
    }

    private void decide(long[] sums, long sharedProduct, long[] states, long[] next, int at) {
        for (int w = 0, i = 0; i < sums.length; w++) {
            long up = 0;
            int end = Math.min(sums.length, i + Long.SIZE);
            for (; i < end; i++) {
                boolean isUp = (states[at + w] >>> i & 1) != 0;
                long field = weights.gain() * sums[i] - weights.shared()[i] * sharedProduct;
                up |= field >= (isUp ? bounds.leastWhenUp() : bounds.leastWhenDown())[i] ? 1L << i : 0;
            }
            next[at + w] = up;
        }
        next[at + lastWord] &= lastMask;
    }

    @Override
    public String name() {
        return "java dual, 64 bits";
    }

    @Override
    public void close() {}
}
