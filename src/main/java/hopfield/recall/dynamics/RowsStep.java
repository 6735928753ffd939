package hopfield.recall.dynamics;

import hopfield.memory.ProductRows;
import hopfield.pattern.Pattern;
import hopfield.recall.kernel.LaneSums;
import java.util.Arrays;

/**
 * One synchronous step of the neurons whose rows of C are here, from many states. The sums C s are formed of tables of partial
 * sums (the method of four Russians: Arlazarov, Dinic, Kronrod &amp; Faradzhev 1970): four neighbouring columns have sixteen sums with
 * signs, each made once and then looked up by four bits of a state. Whole numbers: the same sums however rows are cut.
 */
public final class RowsStep {
    /** Rows summed together: a table and the sums of a batch then stay in a core's cache. */
    private static final int TILE = 256;

    /** States summed together. */
    private static final int BATCH = 256;

    private static final int BITS = 4;
    private static final int MASK = (1 << BITS) - 1;
    private static final int TABLES = 4;
    private static final int GROUP = BITS * TABLES;

    private final ProductRows rows;
    private final DistributedSigns signs;
    private final States states;
    private final int neurons;
    private final int columnsInInt;
    private final int[][][] tables;
    private final int[][] columns;
    private final int[][] sums;
    private final long[][] products;

    /**
     * @param rows with all their columns
     * @param signs of the memory
     * @param states before the step
     */
    public RowsStep(ProductRows rows, DistributedSigns signs, States states) {
        int tile = Math.min(TILE, rows.rows());
        int batch = Math.min(BATCH, states.count());
        this.rows = rows;
        this.signs = signs;
        this.states = states;
        this.neurons = rows.halves().columns();
        this.columnsInInt = Math.max(GROUP, Integer.MAX_VALUE / rows.patterns() / GROUP * GROUP);
        this.tables = new int[TABLES][1 << BITS][tile];
        this.columns = new int[BITS][tile];
        this.sums = new int[batch][tile];
        this.products = new long[batch][tile];
    }

    /** The successors' values of the neurons whose rows are here. */
    public Successors successors() {
        Successors next = new Successors(
                rows.firstRow(),
                rows.rows(),
                new long[states.count() * Pattern.wordsFor(rows.rows())],
                new long[states.count()]);
        for (int from = 0; from < rows.rows(); from += TILE) {
            for (int first = 0; first < states.count(); first += BATCH) {
                int count = Math.min(BATCH, states.count() - first);
                multiply(from, first, count);
                for (int k = 0; k < count; k++) {
                    decide(from, first + k, products[k], next);
                }
            }
        }
        return next;
    }

    /** C s of a tile of rows for a batch of states, in 32 bits for as many columns as those hold. */
    private void multiply(int from, int first, int count) {
        for (int k = 0; k < count; k++) {
            Arrays.fill(products[k], 0);
        }
        for (int start = 0; start < neurons; start += columnsInInt) {
            int end = (int) Math.min(neurons, (long) start + columnsInInt);
            for (int k = 0; k < count; k++) {
                Arrays.fill(sums[k], 0);
            }
            for (int j = start; j < end; j += GROUP) {
                fillTables(from, j);
                add(first, count, j);
            }
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < sums[k].length; i++) {
                    products[k][i] += sums[k][i];
                }
            }
        }
    }

    /** Tables of the columns from one on, each table of four of them; columns beyond the last are zeros. */
    private void fillTables(int from, int firstColumn) {
        for (int t = 0; t < TABLES; t++) {
            int[][] table = tables[t];
            Arrays.fill(table[0], 0);
            for (int b = 0; b < BITS; b++) {
                int j = firstColumn + t * BITS + b;
                if (j < neurons) {
                    rows.copy(j, from, columns[b]);
                } else {
                    Arrays.fill(columns[b], 0);
                }
                LaneSums.subtract(table[0].length, table[0], columns[b]);
            }
            for (int code = 1; code < table.length; code++) {
                int[] column = columns[Integer.numberOfTrailingZeros(code)];
                LaneSums.setTwice(column.length, table[code], table[code & code - 1], column);
            }
        }
    }

    /** Looks up what the columns of a group add to the sums of every state. */
    private void add(int first, int count, int firstColumn) {
        int words = Pattern.wordsFor(neurons);
        for (int k = 0; k < count; k++) {
            int code = (int) (states.words()[(first + k) * words + (firstColumn >> 6)] >>> firstColumn);
            LaneSums.add(
                    sums[k].length,
                    sums[k],
                    tables[0][code & MASK],
                    tables[1][code >>> BITS & MASK],
                    tables[2][code >>> 2 * BITS & MASK],
                    tables[3][code >>> 3 * BITS & MASK]);
        }
    }

    private void decide(int from, int state, long[] product, Successors next) {
        int words = Pattern.wordsFor(rows.rows());
        long interaction = 0;
        int end = Math.min(rows.rows(), from + TILE);
        for (int row = from; row < end; row++) {
            int neuron = rows.firstRow() + row;
            boolean isUp = states.isUp(state, neuron);
            long sum = product[row - from];
            interaction += isUp ? sum : -sum;
            if (signs.goesUp(neuron, sum, states.sharedProducts()[state], isUp)) {
                next.bits()[state * words + (row >> 6)] |= 1L << row;
            }
        }
        next.interactions()[state] += interaction;
    }
}
