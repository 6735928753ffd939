package hopfield.recall.kernel;

import hopfield.memory.Separation;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.Arrays;

/**
 * The kernel of memories in which only patterns near the nearest count: the nearest itself, or those that a sharp softmax leaves. Where one
 * of them outweighs the others together it is the successor; else their sums are made, exactly.
 */
public final class SharpKernel implements Kernel {
    private final PatternSet stored;
    private final Separation separation;
    private final int words;
    private final NearPatterns near;

    public SharpKernel(Weights.Separated weights) {
        this.stored = weights.stored();
        this.separation = weights.separation();
        this.words = Pattern.wordsFor(stored.neurons());
        this.near = new NearPatterns(stored, separation.reach() / 2);
    }

    /** Whether so few patterns count, as a rule, that sums of all of them take longer. */
    public static boolean fits(Weights.Separated weights) {
        return weights.separation().reach() <= weights.neurons() / 8;
    }

    @Override
    public void step(long[] states, int count, long[] next) {
        near.find(states, count, (state, patterns, differing) -> {
            if (patterns.length == 1) {
                stored.copy(patterns[0], next, state * words);
                return;
            }
            long[] coefficients = new long[patterns.length];
            int[] products =
                    Arrays.stream(differing).map(d -> stored.neurons() - 2 * d).toArray();
            separation.coefficients(products, coefficients);
            decide(patterns, coefficients, states, next, state * words);
        });
    }

    private void decide(int[] patterns, long[] coefficients, long[] states, long[] next, int at) {
        int largest = 0;
        long total = 0;
        for (int k = 0; k < coefficients.length; k++) {
            total += coefficients[k];
            largest = coefficients[k] > coefficients[largest] ? k : largest;
        }
        if (2 * coefficients[largest] > total) {
            stored.copy(patterns[largest], next, at);
            return;
        }
        for (int w = 0; w < words; w++) {
            decide(w, patterns, coefficients, states, next, at + w);
        }
    }

    /** A word of neurons: sums are made for those of which the patterns have different values. */
    private void decide(int word, int[] patterns, long[] coefficients, long[] states, long[] next, int at) {
        long[] values = new long[patterns.length];
        long all = -1;
        long any = 0;
        for (int k = 0; k < values.length; k++) {
            values[k] = stored.word(patterns[k], word);
            all &= values[k];
            any |= values[k];
        }
        long up = all;
        for (long open = any & ~all; open != 0; open &= open - 1) {
            int bit = Long.numberOfTrailingZeros(open);
            long sum = 0;
            for (int k = 0; k < values.length; k++) {
                long down = (values[k] >>> bit & 1) - 1;
                sum += (coefficients[k] ^ down) - down;
            }
            up |= (sum > 0 ? 1 : sum < 0 ? 0 : states[at] >>> bit & 1) << bit;
        }
        next[at] = up;
    }

    @Override
    public String name() {
        return "java near patterns";
    }

    @Override
    public void close() {}
}
