package hopfield.recall.kernel;

import hopfield.pattern.PatternSet;

/** The inner products of a batch of states with all stored patterns, in lanes. */
final class BatchProducts {
    private final PatternSet stored;
    private final Overlaps overlaps;
    private final StateLanes lanes;
    private final int[][][] products = new int[StateLanes.CHUNKS][0][];
    private final int[] ofState;

    BatchProducts(PatternSet stored) {
        this.stored = stored;
        this.overlaps = new Overlaps(stored);
        this.lanes = new StateLanes(stored);
        this.ofState = new int[stored.size()];
    }

    /** The batch. */
    StateLanes lanes() {
        return lanes;
    }

    /** Makes some packed states the batch. */
    void load(long[] states, int first, int count) {
        lanes.load(states, first, count);
        for (int chunk = 0; chunk < lanes.chunks(); chunk++) {
            products[chunk] = StateLanes.rows(products[chunk], stored.size(), lanes.lanes());
        }
        overlaps.products(lanes, products);
    }

    /** Of a chunk, a row of lanes for each pattern. Not to be modified. */
    int[][] of(int chunk) {
        return products[chunk];
    }

    /** Of one state, an entry for each pattern; until the next call. */
    int[] of(int chunk, int lane) {
        for (int p = 0; p < ofState.length; p++) {
            ofState[p] = products[chunk][p][lane];
        }
        return ofState;
    }
}
