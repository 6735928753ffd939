package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Separation;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;

/** The portable kernel for memories without weights: similarities a = X s, separation c(a), projection F = X^T c. */
final class SeparatedKernel implements Kernel {
    private final PatternSet stored;
    private final Separation separation;
    private final int[] products;
    private final LongProjection projection;
    private final int lastWord;
    private final long lastMask;

    SeparatedKernel(Memory memory) {
        Weights.Separated weights = (Weights.Separated) memory.weights();
        this.stored = weights.stored();
        this.separation = weights.separation();
        this.products = new int[stored.size()];
        this.projection = new LongProjection(stored);
        this.lastWord = Pattern.wordsFor(memory.neurons()) - 1;
        this.lastMask = Pattern.lastWordMask(memory.neurons());
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        int words = lastWord + 1;
        for (int at = 0; at < count * words; at += words) {
            stored.innerProducts(states, at, products);
            separation.coefficients(products, projection.coefficients());
            decide(projection.sums(), states, next, at);
        }
    }

    private void decide(long[] fields, long[] states, long[] next, int at) {
        for (int w = 0, i = 0; i < fields.length; w++) {
            long below = 0;
            long above = 0;
            int end = Math.min(fields.length, i + Long.SIZE);
            for (; i < end; i++) {
                below |= (fields[i] >>> 63) << i;
                above |= (-fields[i] >>> 63) << i;
            }
            next[at + w] = above | states[at + w] & ~below;
        }
        next[at + lastWord] &= lastMask;
    }

    @Override
    public String name() {
        return "java separation";
    }

    @Override
    public void close() {}
}
