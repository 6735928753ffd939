package hopfield.memory;

/**
 * The part of a network's sums that one machine knows while the sum of outer products C itself is spread over many.
 *
 * @param patterns P
 * @param sum S = sum over the patterns of x, N entries within -P..P. Not copied.
 * @param productsTimesSum sum over j != i of C_ij S_j, for every i. Not copied.
 */
public record ProductTotals(int patterns, int[] sum, long[] productsTimesSum) {
    public ProductTotals {
        if (patterns < 1 || productsTimesSum.length != sum.length) {
            throw new IllegalArgumentException("totals of " + patterns + " patterns have " + productsTimesSum.length
                    + " products for " + sum.length + " neurons");
        }
    }
}
