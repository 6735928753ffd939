package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.Arrays;

/** The portable kernel for X^T B X: similarities a = X s, coefficients c = B a, fields X^T c less the diagonal, modulo 2^32. */
final class ProjectorKernel implements Kernel {
    private final PatternSet stored;
    private final int[][] inverse;
    private final int[] diagonal;
    private final int[] products;
    private final IntProjection projection;
    private final int lastWord;
    private final long lastMask;

    ProjectorKernel(Memory memory) {
        Weights.Projector weights = (Weights.Projector) memory.weights();
        this.stored = weights.stored();
        this.diagonal = weights.diagonal();
        this.products = new int[stored.size()];
        this.projection = new IntProjection(stored);
        this.inverse = new int[products.length][projection.coefficients().length];
        for (int mu = 0; mu < products.length; mu++) {
            for (int nu = 0; nu < products.length; nu++) {
                inverse[mu][nu] = (int) weights.inverse()[mu][nu];
            }
        }
        this.lastWord = Pattern.wordsFor(diagonal.length) - 1;
        this.lastMask = Pattern.lastWordMask(diagonal.length);
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        int words = lastWord + 1;
        for (int at = 0; at < count * words; at += words) {
            stored.innerProducts(states, at, products);
            combine();
            decide(projection.sums(), states, next, at);
        }
    }

    /** c = B a, by B's columns, which are its rows. */
    private void combine() {
        int[] c = projection.coefficients();
        Arrays.fill(c, 0);
        for (int mu = 0; mu < products.length; mu++) {
            int product = products[mu];
            int[] row = inverse[mu];
            for (int nu = 0; nu < c.length; nu++) {
                c[nu] += product * row[nu];
            }
        }
    }

    /** An up neuron goes down where its field is below 0, a down one stays down where it is not above. */
    private void decide(int[] sums, long[] states, long[] next, int at) {
        for (int w = 0, i = 0; i < sums.length; w++) {
            long downWhenUp = 0;
            long upWhenDown = 0;
            int end = Math.min(sums.length, i + Long.SIZE);
            for (; i < end; i++) {
                downWhenUp |= (long) (sums[i] - diagonal[i] >>> 31) << i;
                upWhenDown |= (long) (-sums[i] - diagonal[i] >>> 31) << i;
            }
            long state = states[at + w];
            next[at + w] = state & ~downWhenUp | ~state & upWhenDown;
        }
        next[at + lastWord] &= lastMask;
    }

    @Override
    public String name() {
        return "java projector";
    }

    @Override
    public void close() {}
}
