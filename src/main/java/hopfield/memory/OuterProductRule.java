package hopfield.memory;

/** A rule that needs no more of the patterns than the sums of their outer products, which a cluster adds up. */
public sealed interface OuterProductRule extends Rule permits CovarianceRule, Projection {
    /**
     * Whether the weights are learned from the sums; else from the patterns themselves.
     *
     * @param patterns P
     * @param neurons N
     */
    boolean learnsFromSums(int patterns, int neurons);

    /** The memory of the patterns behind the sums, as weights. The sums are not modified. */
    Memory learn(OuterProductSums sums);
}
