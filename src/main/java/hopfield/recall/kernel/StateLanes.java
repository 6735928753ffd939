package hopfield.recall.kernel;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;

/**
 * A batch of packed states, transposed: one array for each 32 neurons, one entry (a lane) for each state. Loops over lanes vectorise on
 * a JDK 17, whatever the states are. The batch has {@value #CHUNKS} chunks of as many lanes each, so that one int can hold a byte
 * of a state from each chunk; few states are one chunk.
 */
final class StateLanes {
    /** Bytes of an int. */
    static final int CHUNKS = 4;

    /** Lanes of a chunk, at most: tables of that many ints stay in a core's cache. */
    private static final int MOST_LANES = 256;

    /** Ints of a vector: chunks are filled up to a multiple of them. */
    private static final int WIDTH = 8;

    private static final int MOST_INTS = 1 << 23;

    /** Fewer states are compared one by one, whatever the patterns: tables for them take longer to make. */
    private static final int FEW_STATES = 64;

    /** Fewer comparisons are made one by one. */
    private static final int FEW_COMPARISONS = 1 << 13;

    private final int longs;
    private final int patterns;
    private final int[][][] words = new int[CHUNKS][0][];
    private long[] packed;
    private int first;
    private int count;
    private int lanes;

    /** @param stored what the states are compared with */
    StateLanes(PatternSet stored) {
        this.longs = Pattern.wordsFor(stored.neurons());
        this.patterns = stored.size();
    }

    /** States of a batch that has some rows of lanes for each chunk: as many as take 32 MB, lanes within {@value #WIDTH}..{@value #MOST_LANES}. */
    static int capacity(int rows) {
        return CHUNKS * Math.max(WIDTH, Math.min(MOST_LANES, MOST_INTS / CHUNKS / rows / WIDTH * WIDTH));
    }

    /**
     * Takes some states. Lanes beyond the last hold states that are all down.
     *
     * @param states packed, ceil(N / 64) words each. Not modified; looked at until the next are taken.
     * @param from the first state taken
     */
    void load(long[] states, int from, int count) {
        this.packed = states;
        this.first = from;
        this.count = count;
        this.lanes = ((count + chunks() - 1) / chunks() + WIDTH - 1) / WIDTH * WIDTH;
        for (int chunk = 0; chunk < chunks(); chunk++) {
            words[chunk] = rows(words[chunk], 2 * longs, lanes);
            for (int lane = 0; lane < lanes; lane++) {
                int state = chunk * lanes + lane;
                for (int w = 0; w < longs; w++) {
                    long word = state < count ? states[(first + state) * longs + w] : 0;
                    words[chunk][2 * w][lane] = (int) word;
                    words[chunk][2 * w + 1][lane] = (int) (word >>> Integer.SIZE);
                }
            }
        }
    }

    /** Whether there are so few states that they are one chunk, and compared one by one. */
    boolean areFew() {
        return count < FEW_STATES || count <= MOST_LANES && (long) count * patterns < FEW_COMPARISONS;
    }

    /** Chunks of the batch: one, or {@value #CHUNKS}. */
    int chunks() {
        return areFew() ? 1 : CHUNKS;
    }

    /** The states, packed as they came. Not to be modified. */
    long[] packed() {
        return packed;
    }

    /** The first word of a state among those. */
    int at(int chunk, int lane) {
        return (first + chunk * lanes + lane) * longs;
    }

    /** States of the batch. */
    int count() {
        return count;
    }

    /** Lanes of each chunk: a multiple of {@value #WIDTH}. */
    int lanes() {
        return lanes;
    }

    /** States of a chunk; they come first among its lanes. */
    int count(int chunk) {
        return Math.max(0, Math.min(lanes, count - chunk * lanes));
    }

    /** The states of a chunk, 32 neurons an array. Not to be modified. */
    int[][] chunk(int chunk) {
        return words[chunk];
    }

    /** Rows of lanes that are long enough: these, or new ones. */
    static int[][] rows(int[][] rows, int count, int lanes) {
        return rows.length == count && (count == 0 || rows[0].length >= lanes) ? rows : new int[count][lanes];
    }

    /** The bits of a neuron, each in the lowest bit of the byte of its chunk. */
    void bits(int neuron, int[] bytes) {
        int w = neuron / Integer.SIZE;
        bits(lanes, neuron % Integer.SIZE, words[0][w], words[1][w], words[2][w], words[3][w], bytes);
    }

    private static void bits(int lanes, int bit, int[] a, int[] b, int[] c, int[] d, int[] bytes) {
        for (int s = 0; s < lanes; s++) {
            bytes[s] = a[s] >>> bit & 1
                    | (b[s] >>> bit & 1) << Byte.SIZE
                    | (c[s] >>> bit & 1) << 2 * Byte.SIZE
                    | (d[s] >>> bit & 1) << 3 * Byte.SIZE;
        }
    }

    /** Packs what became of a chunk's states, from 32 neurons an array, to the places that they have among all. */
    void store(int chunk, int[][] from, long[] states) {
        for (int lane = 0; lane < count(chunk); lane++) {
            int at = at(chunk, lane);
            for (int w = 0; w < longs; w++) {
                states[at + w] = from[2 * w][lane] & 0xFFFF_FFFFL | (long) from[2 * w + 1][lane] << Integer.SIZE;
            }
        }
    }
}
