package hopfield.spark;

/**
 * The predicted cost of one rule at one load: all numbers are estimates from sizes.
 *
 * @param rule the rule's name
 * @param patterns P
 * @param load alpha = P / N
 * @param networks how many are dealt
 * @param path where they recall
 * @param reason why there, in a few words
 * @param form weights or patterns
 * @param blocks of the sum of outer products, or 0 where none is formed
 * @param recalls restorations
 * @param steps of a recall on average
 * @param trainOperations words of 64 bits compared, or multiplications
 * @param recallOperations weights, or pattern bits, gone through
 * @param bytes what moves and stays
 * @param heap what is held at once
 * @param seconds how long it takes
 */
public record PlannedMemory(
        String rule,
        int patterns,
        double load,
        int networks,
        String path,
        String reason,
        String form,
        int blocks,
        long recalls,
        double steps,
        double trainOperations,
        double recallOperations,
        Bytes bytes,
        Heap heap,
        Seconds seconds) {

    /**
     * Bytes, uncompressed.
     *
     * @param shuffled between tasks
     * @param broadcast to each executor
     * @param gathered on the driver
     * @param cached on all executors
     * @param written in all
     */
    public record Bytes(double shuffled, double broadcast, double gathered, double cached, double written) {}

    /**
     * Bytes held at once.
     *
     * @param task while it trains
     * @param executor all of its tasks, and what it caches and has been broadcast
     * @param driver without the JVM's own
     */
    public record Heap(double task, double executor, double driver) {}

    /**
     * Seconds on the cluster.
     *
     * @param train until the memory is there
     * @param recall from cue to final state
     * @param score comparing with the stored patterns, and writing
     * @param start jobs that begin and end
     */
    public record Seconds(double train, double recall, double score, double start) {
        public double total() {
            return train + recall + score + start;
        }
    }
}
