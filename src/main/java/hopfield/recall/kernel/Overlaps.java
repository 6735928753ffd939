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

    private static final int LARGEST_BYTE = 255;
    private static final int ONES = 0x0101_0101;

    private final PatternSet stored;
    private final int neurons;
    private final int[][][] tables = new int[TABLES][0][];
    private final int[] ofState;
    private NeuronCodes made;
    private int[][] signs = {};
    private int[][] counts = {};

    Overlaps(PatternSet stored) {
        this.stored = stored;
        this.neurons = stored.neurons();
        this.ofState = new int[Math.min(BLOCK, stored.size())];
    }

    private void reserve(int lanes) {
        made = made == null ? NeuronCodes.of(stored, TABLES, BLOCK) : made;
        int width = made.width();
        for (int t = 0; t < TABLES; t++) {
            tables[t] = StateLanes.rows(tables[t], 1 << width, lanes);
        }
        signs = StateLanes.rows(signs, width, lanes);
        counts = StateLanes.rows(counts, Math.min(BLOCK, stored.size()), lanes);
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
        byte[][] codes = made.codes();
        int pass = TABLES * made.width();
        for (int p = 0; p < until - from; p++) {
            Arrays.fill(counts[p], 0, lanes, 0);
            for (int[][] chunk : differing) {
                Arrays.fill(chunk[row + p], 0, lanes, 0);
            }
        }
        int held = 0;
        for (int group = 0; group < codes.length; group += TABLES) {
            for (int t = 0; t < TABLES; t++) {
                fill(tables[t], group / TABLES * pass + t * made.width(), states);
            }
            for (int p = from; p < until; p++) {
                LaneSums.add(
                        lanes,
                        counts[p - from],
                        tables[0][codes[group][p]],
                        tables[1][codes[group + 1][p]],
                        tables[2][codes[group + 2][p]],
                        tables[3][codes[group + 3][p]]);
            }
            held += pass;
            if (held + pass > LARGEST_BYTE || group + TABLES == codes.length) {
                for (int p = 0; p < until - from; p++) {
                    for (int chunk = 0; chunk < StateLanes.CHUNKS; chunk++) {
                        LaneSums.addByte(lanes, differing[chunk][row + p], counts[p], chunk * Byte.SIZE);
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
                LaneSums.subtractTwiceFrom(neurons, states.lanes(), row);
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

    /**
     * For each value of some neurons, in how many of them each state differs; of none beyond the last neuron. Where a state is up, the
     * all-down pattern differs in one more, and an up neuron in one less: 1 - 2 u.
     */
    private void fill(int[][] table, int first, StateLanes states) {
        int lanes = states.lanes();
        int bits = Math.max(0, Math.min(made.width(), neurons - first));
        Arrays.fill(table[0], 0, lanes, 0);
        for (int b = 0; b < bits; b++) {
            states.bits(first + b, signs[b]);
            LaneSums.add(lanes, table[0], signs[b]);
            LaneSums.subtractTwiceFrom(ONES, lanes, signs[b]);
        }
        for (int code = 1; code < 1 << bits; code++) {
            LaneSums.set(lanes, table[code], table[code & code - 1], signs[Integer.numberOfTrailingZeros(code)]);
        }
    }
}
