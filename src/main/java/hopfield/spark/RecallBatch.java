package hopfield.spark;

/**
 * How many states a task recalls at once: what it holds of them, some bytes a neuron, stays the same however many neurons they have. Many, as
 * kernels step whole batches, which shrink while one recall after the other comes to rest.
 */
final class RecallBatch {
    private static final int MOST = 8192;

    private static final int FEWEST = 16;

    /** Of all states of a batch. */
    private static final int NEURONS = 20_000 * 1024;

    private RecallBatch() {}

    /** {@value #MOST} up to 2,500 neurons, then 2 * 10^7 / N or so, but no fewer than {@value #FEWEST}. */
    static int size(int neurons) {
        return Math.max(FEWEST, Math.min(MOST, NEURONS / neurons));
    }
}
