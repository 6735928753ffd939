package hopfield.recall.kernel;

import hopfield.pattern.PatternSet;
import java.util.Arrays;

/** Finds the stored patterns that are nearest to states, and those that are not much farther. One thread each. */
public final class NearPatterns {
    private final PatternSet stored;
    private final int reach;
    private final Overlaps overlaps;
    private final StateLanes lanes;
    private final int capacity;
    private final int[][][] differing = new int[StateLanes.CHUNKS][0][];
    private int[] fewest = {};
    private int[] limits = {};
    private Found[] found = {};

    /** Takes what is found for one state. */
    @FunctionalInterface
    interface Finding {
        /**
         * @param state its number among the states
         * @param patterns ascending
         * @param differing neurons in which each of them differs from the state
         */
        void found(int state, int[] patterns, int[] differing);
    }

    /** Patterns of one state. */
    private static final class Found {
        private int[] patterns = new int[4];
        private int[] differing = new int[4];
        private int count;

        void add(int pattern, int d) {
            if (count == patterns.length) {
                patterns = Arrays.copyOf(patterns, 2 * count);
                differing = Arrays.copyOf(differing, 2 * count);
            }
            patterns[count] = pattern;
            differing[count++] = d;
        }

        /** Leaves those up to a limit. */
        void keep(int most) {
            int kept = 0;
            for (int k = 0; k < count; k++) {
                if (differing[k] <= most) {
                    patterns[kept] = patterns[k];
                    differing[kept++] = differing[k];
                }
            }
            count = kept;
        }
    }

    /** @param reach how many more neurons than the nearest one a pattern may differ in */
    NearPatterns(PatternSet stored, int reach) {
        this.stored = stored;
        this.reach = reach;
        this.overlaps = new Overlaps(stored);
        this.lanes = new StateLanes(stored);
        this.capacity = StateLanes.capacity(Math.min(stored.size(), Overlaps.BLOCK));
    }

    /** Of the nearest pattern of each state; of several, the first. */
    public static NearPatterns nearest(PatternSet stored) {
        return new NearPatterns(stored, 0);
    }

    /**
     * The nearest pattern of each of some states.
     *
     * @param states packed. Not modified.
     */
    public int[] nearest(long[] states, int count) {
        int[] nearest = new int[count];
        find(states, count, (state, patterns, d) -> nearest[state] = patterns[0]);
        return nearest;
    }

    /** Hands over what is found for each state, the states in their order. */
    void find(long[] states, int count, Finding finding) {
        for (int first = 0; first < count; first += capacity) {
            lanes.load(states, first, Math.min(capacity, count - first));
            reserve();
            found = new Found[lanes.count()];
            Arrays.setAll(found, s -> new Found());
            Arrays.fill(fewest, stored.neurons());
            for (int from = 0; from < stored.size(); from += Overlaps.BLOCK) {
                int until = Math.min(stored.size(), from + Overlaps.BLOCK);
                overlaps.differing(lanes, from, until, 0, differing);
                for (int chunk = 0; chunk < lanes.chunks(); chunk++) {
                    enter(chunk, from, until);
                }
            }
            for (int s = 0; s < found.length; s++) {
                found[s].keep(fewest[s] + reach);
                finding.found(
                        first + s,
                        Arrays.copyOf(found[s].patterns, found[s].count),
                        Arrays.copyOf(found[s].differing, found[s].count));
            }
        }
    }

    private void reserve() {
        for (int chunk = 0; chunk < lanes.chunks(); chunk++) {
            int rows = Math.min(stored.size(), Overlaps.BLOCK);
            differing[chunk] = StateLanes.rows(differing[chunk], rows, lanes.lanes());
        }
        fewest = new int[lanes.chunks() * lanes.lanes()];
        limits = new int[lanes.lanes()];
    }

    private void enter(int chunk, int from, int until) {
        int count = lanes.count(chunk);
        int start = chunk * lanes.lanes();
        System.arraycopy(fewest, start, limits, 0, count);
        for (int p = 0; p < until - from; p++) {
            least(count, differing[chunk][p], limits);
        }
        System.arraycopy(limits, 0, fewest, start, count);
        for (int s = 0; s < count; s++) {
            limits[s] += reach;
        }
        for (int p = 0; p < until - from; p++) {
            int[] row = differing[chunk][p];
            for (int s = 0; s < count; s++) {
                if (row[s] <= limits[s]) {
                    found[start + s].add(from + p, row[s]);
                }
            }
        }
    }

    private static void least(int lanes, int[] row, int[] least) {
        for (int s = 0; s < lanes; s++) {
            least[s] = Math.min(least[s], row[s]);
        }
    }
}
