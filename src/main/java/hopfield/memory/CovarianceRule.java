package hopfield.memory;

/**
 * A rule whose weights are the sum of outer products C but for a part of rank one, W = (gain C - shared shared^T) / unit off the
 * diagonal: whoever holds C holds the weights of all such rules, and C can stay where it was summed up.
 */
public sealed interface CovarianceRule extends OuterProductRule permits Hebbian, Centred {
    /** The memory whose fields are asked of C, wherever that is. The totals are not modified. */
    Memory learnInPlace(ProductTotals totals);
}
