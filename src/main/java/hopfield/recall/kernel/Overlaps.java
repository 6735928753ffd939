package hopfield.recall.kernel;

import hopfield.pattern.PatternSet;
import java.util.Arrays;

/**
 * The first of two primitives: in how many neurons each state of a batch differs from each stored pattern; the overlap is
 * m = 1 - 2 d / N. Neurons are taken some at a time. For each value that a pattern can have there, a table holds what every state
 * adds to its count, four states an int (the method of four Russians: Arlazarov, Dinic, Kronrod &amp; Faradzhev 1970).
 */
final class Overlaps {
    /** Patterns counted together: their counts stay in a core's cache. */
    static final int BLOCK = 512;

    /** Tables added in one pass. */
    private static final int TABLES = 4;

    /** To make an entry of a table takes as long as so many additions of one. */
    private static final double ENTRY = 1.3;

    private static final int LARGEST_BYTE = 255;
    private static final int ONES = 0x0101_0101;

    private final PatternSet stored;
    private final int neurons;
    private final int width;
    private final int[][][] tables = new int[TABLES][0][];
    private final int[] ofState;
    private byte[][] codes = {};
    private int[][] signs = {};
    private int[][] counts = {};

    Overlaps(PatternSet stored) {
        this.stored = stored;
        this.neurons = stored.neurons();
        this.width = width(stored.size(), neurons);
        this.ofState = new int[Math.min(BLOCK, stored.size())];
    }

    private static byte[][] codes(PatternSet stored, int width) {
        int groups = (stored.neurons() + width - 1) / width;
        byte[][] codes = new byte[(groups + TABLES - 1) / TABLES * TABLES][stored.size()];
        for (int p = 0; p < stored.size(); p++) {
            for (int i = 0; i < stored.neurons(); i++) {
                codes[i / width][p] |= (byte) (stored.isUp(p, i) ? 1 << i % width : 0);
            }
        }
        return codes;
    }

    private void reserve(int lanes) {
        codes = codes.length == 0 ? codes(stored, width) : codes;
        for (int t = 0; t < TABLES; t++) {
            tables[t] = StateLanes.rows(tables[t], 1 << width, lanes);
        }
        signs = StateLanes.rows(signs, width, lanes);
        counts = StateLanes.rows(counts, Math.min(BLOCK, stored.size()), lanes);
    }

    /** Neurons of a table: those that make the fewest operations. */
    private static int width(int patterns, int neurons) {
        int best = 3;
        for (int width = 4; width <= 7; width++) {
            best = operations(width, patterns, neurons) < operations(best, patterns, neurons) ? width : best;
        }
        return best;
    }

    private static double operations(int width, int patterns, int neurons) {
        return Math.ceil((double) neurons / width) * (ENTRY * (1 << width) + Math.min(patterns, BLOCK));
    }

    /**
     * Counts for some patterns, at most {@value #BLOCK}.
     *
     * @param states a batch
     * @param from the first pattern
     * @param until the one after the last
     * @param row where the first pattern's counts go; the others' follow
     * @param differing rows of lanes for each chunk that the batch has. Modified.
     */
    void differing(StateLanes states, int from, int until, int row, int[][][] differing) {
        if (states.areFew()) {
            compare(states, from, until, row, differing[0]);
            return;
        }
        int lanes = states.lanes();
        reserve(lanes);
        for (int p = 0; p < until - from; p++) {
            Arrays.fill(counts[p], 0, lanes, 0);
            for (int[][] chunk : differing) {
                Arrays.fill(chunk[row + p], 0, lanes, 0);
            }
        }
        int held = 0;
        for (int group = 0; group < codes.length; group += TABLES) {
            for (int t = 0; t < TABLES; t++) {
                fill(tables[t], (group + t) * width, states);
            }
            for (int p = from; p < until; p++) {
                add(
                        lanes,
                        counts[p - from],
                        tables[0][codes[group][p]],
                        tables[1][codes[group + 1][p]],
                        tables[2][codes[group + 2][p]],
                        tables[3][codes[group + 3][p]]);
            }
            held += TABLES * width;
            if (held + TABLES * width > LARGEST_BYTE || group + TABLES == codes.length) {
                for (int p = 0; p < until - from; p++) {
                    for (int chunk = 0; chunk < StateLanes.CHUNKS; chunk++) {
                        unpack(lanes, counts[p], chunk * Byte.SIZE, differing[chunk][row + p]);
                    }
                    Arrays.fill(counts[p], 0, lanes, 0);
                }
                held = 0;
            }
        }
    }

    /**
     * Inner products a = N - 2 d of all patterns, a row of lanes for each chunk that the batch has and each pattern.
     *
     * @param products Modified.
     */
    void products(StateLanes states, int[][][] products) {
        for (int from = 0; from < stored.size(); from += BLOCK) {
            differing(states, from, Math.min(stored.size(), from + BLOCK), from, products);
        }
        for (int chunk = 0; chunk < states.chunks(); chunk++) {
            for (int[] row : products[chunk]) {
                toProducts(states.lanes(), neurons, row);
            }
        }
    }

    /** State by state, those of the only chunk; lanes beyond them have none that differ. */
    private void compare(StateLanes states, int from, int until, int row, int[][] differing) {
        for (int p = from; p < until; p++) {
            Arrays.fill(differing[row + p - from], 0);
        }
        for (int lane = 0; lane < states.count(); lane++) {
            stored.differing(from, until, states.packed(), states.at(0, lane), ofState);
            for (int p = from; p < until; p++) {
                differing[row + p - from][lane] = ofState[p - from];
            }
        }
    }

    private static void toProducts(int lanes, int neurons, int[] row) {
        for (int s = 0; s < lanes; s++) {
            row[s] = neurons - 2 * row[s];
        }
    }

    /** For each value of some neurons, in how many of them each state differs; of none beyond the last neuron. */
    private void fill(int[][] table, int first, StateLanes states) {
        int lanes = states.lanes();
        int bits = Math.max(0, Math.min(width, neurons - first));
        Arrays.fill(table[0], 0, lanes, 0);
        for (int b = 0; b < bits; b++) {
            states.bits(first + b, signs[b]);
            enter(lanes, signs[b], table[0]);
        }
        for (int code = 1; code < 1 << bits; code++) {
            sum(lanes, table[code & code - 1], signs[Integer.numberOfTrailingZeros(code)], table[code]);
        }
    }

    /** Adds bits u to the count of an all-down pattern, and makes them what an up neuron adds beyond: 1 - 2 u. */
    private static void enter(int lanes, int[] bits, int[] down) {
        for (int s = 0; s < lanes; s++) {
            down[s] += bits[s];
        }
        for (int s = 0; s < lanes; s++) {
            bits[s] = ONES - 2 * bits[s];
        }
    }

    private static void sum(int lanes, int[] a, int[] b, int[] sum) {
        for (int s = 0; s < lanes; s++) {
            sum[s] = a[s] + b[s];
        }
    }

    private static void add(int lanes, int[] sum, int[] a, int[] b, int[] c, int[] d) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += a[s] + b[s] + c[s] + d[s];
        }
    }

    private static void unpack(int lanes, int[] bytes, int shift, int[] sum) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += bytes[s] >>> shift & LARGEST_BYTE;
        }
    }
}
