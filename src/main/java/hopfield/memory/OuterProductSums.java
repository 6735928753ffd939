package hopfield.memory;

import hopfield.pattern.PatternSet;
import java.util.stream.IntStream;

/**
 * Sums over a network's patterns: all that the outer-product rules need of them. Integers, so the sums are
 * exact whatever the order they were formed in.
 *
 * @param patterns P
 * @param sum S = sum over the patterns of x, N entries within -P..P
 * @param products C = sum over the patterns of x x^T, N x N, symmetric, P on the diagonal. Not copied.
 */
public record OuterProductSums(int patterns, int[] sum, int[][] products) {
    public OuterProductSums {
        if (patterns < 1 || products.length != sum.length) {
            throw new IllegalArgumentException("sums of " + patterns + " patterns have " + products.length
                    + " rows for " + sum.length + " neurons");
        }
    }

    /** The sums of some patterns, added up where it is called. */
    public static OuterProductSums of(PatternSet patterns) {
        return new BitColumns(
                        IntStream.range(0, patterns.size())
                                .mapToObj(patterns::pattern)
                                .toList(),
                        patterns.neurons())
                .whole();
    }

    /** N. */
    public int neurons() {
        return sum.length;
    }
}
