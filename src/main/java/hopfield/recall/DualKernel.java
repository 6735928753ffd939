package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;

/**
 * The portable kernel for the dual form: the sum over patterns x_mu,i a_mu of a neuron is looked up eight patterns at a time, in a
 * table of the 256 signed sums of their inner products (the method of four Russians).
 */
final class DualKernel implements Kernel {
    private static final int PATTERNS_PER_TABLE = 8;

    private final Weights.Dual weights;
    private final PatternSet stored;
    private final byte[][] codes;
    private final long[] leastWhenUp;
    private final long[] leastWhenDown;
    private final int[] products;
    private final int[] table = new int[1 << PATTERNS_PER_TABLE];
    private final int[] sums;
    private final int lastWord;
    private final long lastMask;

    DualKernel(Memory memory) {
        int neurons = memory.neurons();
        this.weights = (Weights.Dual) memory.weights();
        this.stored = weights.stored();
        this.codes = codes(stored, neurons);
        this.products = new int[codes.length * PATTERNS_PER_TABLE];
        this.sums = new int[neurons];
        this.lastWord = Pattern.wordsFor(neurons) - 1;
        this.lastMask = Pattern.lastWordMask(neurons);
        this.leastWhenUp = new long[neurons];
        this.leastWhenDown = new long[neurons];
        for (int i = 0; i < neurons; i++) {
            long shared = weights.shared()[i];
            double diagonal = (double) weights.gain() * stored.size() - shared * shared;
            double threshold = memory.threshold()[i] * weights.unit();
            leastWhenUp[i] = (long) Math.ceil(threshold + diagonal);
            leastWhenDown[i] = (long) Math.floor(threshold - diagonal) + 1;
        }
    }

    /** For each table, the bits of its eight patterns at every neuron. */
    private static byte[][] codes(PatternSet stored, int neurons) {
        int tables = (stored.size() + PATTERNS_PER_TABLE - 1) / PATTERNS_PER_TABLE;
        byte[][] codes = new byte[tables][neurons];
        for (int p = 0; p < stored.size(); p++) {
            for (int i = 0; i < neurons; i++) {
                if (stored.isUp(p, i)) {
                    codes[p / PATTERNS_PER_TABLE][i] |= (byte) (1 << p % PATTERNS_PER_TABLE);
                }
            }
        }
        return codes;
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        int words = Pattern.wordsFor(sums.length);
        for (int at = 0; at < count * words; at += words) {
            stored.innerProducts(states, at, products);
            sumOverPatterns();
            decide(states, next, at);
        }
    }

    /** sums_i = sum_mu x_mu,i a_mu. Products beyond the last pattern are zero and add nothing. */
    private void sumOverPatterns() {
        for (int t = 0; t < codes.length; t++) {
            fillTable(t * PATTERNS_PER_TABLE);
            byte[] code = codes[t];
            if (t == 0) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] = table[code[i] & 0xFF];
                }
            } else {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += table[code[i] & 0xFF];
                }
            }
        }
    }

    /** table[c] = sum of the eight products, each with the sign of its bit in c. */
    private void fillTable(int first) {
        table[0] = 0;
        for (int b = 0; b < PATTERNS_PER_TABLE; b++) {
            table[0] -= products[first + b];
        }
        for (int b = 0; b < PATTERNS_PER_TABLE; b++) {
            int twice = 2 * products[first + b];
            for (int c = 0; c < 1 << b; c++) {
                table[c + (1 << b)] = table[c] + twice;
            }
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
    private void decide(long[] states, long[] next, int at) {
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
