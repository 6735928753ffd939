package hopfield.memory;

import hopfield.pattern.Pattern;
import java.util.Arrays;
import java.util.List;

/**
 * Patterns turned on their side: for each neuron, its value in every pattern, as bits. A sum of outer products is then a
 * count of bits, sum_mu x_i x_j = P - 2 popcount(column_i XOR column_j): 64 patterns a word.
 */
public final class BitColumns {
    private final int patterns;
    private final long[][] columns;

    /**
     * @param patterns at least none, all of N neurons
     * @param neurons N
     */
    public BitColumns(List<Pattern> patterns, int neurons) {
        this.patterns = patterns.size();
        this.columns = new long[neurons][(patterns.size() + Long.SIZE - 1) / Long.SIZE];
        for (int p = 0; p < patterns.size(); p++) {
            Pattern pattern = patterns.get(p);
            if (pattern.neurons() != neurons) {
                throw new IllegalArgumentException(
                        "pattern " + p + " has " + pattern.neurons() + " neurons, expected " + neurons);
            }
            long[] words = pattern.words();
            for (int w = 0; w < words.length; w++) {
                for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                    columns[(w << 6) + Long.numberOfTrailingZeros(rest)][p >> 6] |= 1L << p;
                }
            }
        }
    }

    /**
     * One block of sum_mu x_mu x_mu^T.
     *
     * @return its entries, row by row
     */
    public int[] products(BlockGrid grid, BlockGrid.Place place) {
        int rows = grid.size(place.row());
        int width = grid.size(place.column());
        int[] block = new int[rows * width];
        for (int i = 0, at = 0; i < rows; i++) {
            long[] left = columns[grid.start(place.row()) + i];
            for (int j = 0; j < width; j++) {
                block[at++] = product(left, columns[grid.start(place.column()) + j]);
            }
        }
        return block;
    }

    private int product(long[] left, long[] right) {
        int differing = 0;
        for (int w = 0; w < left.length; w++) {
            differing += Long.bitCount(left[w] ^ right[w]);
        }
        return patterns - 2 * differing;
    }

    /** All of it at once, N x N: for a network small enough to be trained inside one task. */
    public OuterProductSums whole() {
        int n = columns.length;
        int[][] products = new int[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(columns[i], columns[j]);
                products[j][i] = products[i][j];
            }
        }
        return new OuterProductSums(patterns, Arrays.copyOf(totals(), n), products);
    }

    /** sum_mu x_mu, then the number of patterns: what the row of a neuron that is always up would hold. */
    public int[] totals() {
        int[] totals = new int[columns.length + 1];
        long[] allDown = new long[columns[0].length];
        for (int i = 0; i < columns.length; i++) {
            totals[i] = -product(columns[i], allDown);
        }
        totals[columns.length] = patterns;
        return totals;
    }
}
