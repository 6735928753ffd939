package hopfield.memory;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some rows of C = sum_mu x_mu x_mu^T, in some of its columns or in all. Every entry has the parity of P, so only its half,
 * rounded down, is kept: 16 bits hold it for up to 65,535 patterns. C is symmetric, so it is kept column by column: what one
 * neuron's bit adds to the fields of all rows lies side by side.
 *
 * @param patterns P
 * @param firstRow the first row
 * @param rows how many there are
 * @param firstColumn the first column
 * @param halves floor(C_ij / 2), by column
 */
public record ProductRows(int patterns, int firstRow, int rows, int firstColumn, Halves halves)
        implements Serializable {
    private static final int LARGEST_IN_16_BITS = 0xffff;

    /** Halved entries, one array for each column; not copied: treat as read-only. */
    public sealed interface Halves extends Serializable {
        /** Columns. */
        int columns();

        /** Adds twice some entries of a column to as many numbers, which are modified. */
        void addTwice(int column, int from, int[] to, int count);
    }

    /** In 16 bits. */
    record Shorts(short[][] entries) implements Halves {
        @Override
        public int columns() {
            return entries.length;
        }

        @Override
        public void addTwice(int column, int from, int[] to, int count) {
            short[] entry = entries[column];
            for (int i = 0; i < count; i++) {
                to[i] += 2 * entry[from + i];
            }
        }
    }

    /** In 32 bits. */
    record Ints(int[][] entries) implements Halves {
        @Override
        public int columns() {
            return entries.length;
        }

        @Override
        public void addTwice(int column, int from, int[] to, int count) {
            int[] entry = entries[column];
            for (int i = 0; i < count; i++) {
                to[i] += 2 * entry[from + i];
            }
        }
    }

    /** Bytes that an entry takes. */
    public static int entryBytes(int patterns) {
        return patterns <= LARGEST_IN_16_BITS ? Short.BYTES : Integer.BYTES;
    }

    /**
     * The parts that one block on or above the diagonal is of C: the rows of its block row, and, unless it is on the diagonal,
     * those of its block column.
     *
     * @param block its entries, row by row. Not modified.
     */
    public static Stream<ProductRows> of(int patterns, int[] block, BlockGrid grid, BlockGrid.Place place) {
        int rows = grid.size(place.row());
        int width = grid.size(place.column());
        int top = grid.start(place.row());
        int left = grid.start(place.column());
        ProductRows upper = new ProductRows(patterns, top, rows, left, halves(patterns, block, width, rows, 1, width));
        if (place.row() == place.column()) {
            return Stream.of(upper);
        }
        return Stream.of(
                upper, new ProductRows(patterns, left, width, top, halves(patterns, block, rows, width, width, 1)));
    }

    private static Halves halves(int patterns, int[] block, int columns, int rows, int columnStep, int rowStep) {
        if (entryBytes(patterns) == Integer.BYTES) {
            int[][] entries = new int[columns][rows];
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < rows; i++) {
                    entries[j][i] = block[j * columnStep + i * rowStep] >> 1;
                }
            }
            return new Ints(entries);
        }
        short[][] entries = new short[columns][rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                entries[j][i] = (short) (block[j * columnStep + i * rowStep] >> 1);
            }
        }
        return new Shorts(entries);
    }

    /** Parts of the same rows as one, their columns side by side without a gap; nothing is copied but references. */
    public static ProductRows join(List<ProductRows> parts) {
        List<ProductRows> sorted = parts.stream()
                .sorted(Comparator.comparingInt(ProductRows::firstColumn))
                .toList();
        ProductRows first = sorted.get(0);
        int column = first.firstColumn;
        for (ProductRows part : sorted) {
            if (part.firstRow != first.firstRow || part.firstColumn != column) {
                throw new IllegalArgumentException("rows " + part.firstRow + " from column " + part.firstColumn
                        + " do not continue rows " + first.firstRow + " until column " + column);
            }
            column += part.halves.columns();
        }
        Halves all = first.halves instanceof Ints
                ? new Ints(sorted.stream()
                        .flatMap(part -> Stream.of(((Ints) part.halves).entries))
                        .toArray(int[][]::new))
                : new Shorts(sorted.stream()
                        .flatMap(part -> Stream.of(((Shorts) part.halves).entries))
                        .toArray(short[][]::new));
        return new ProductRows(first.patterns, first.firstRow, first.rows, first.firstColumn, all);
    }

    /**
     * Entries of one column, from one of the rows on.
     *
     * @param column 0 for the first that is here
     * @param from 0 for the first row that is here
     * @param to as many as there is room for; zeros beyond the last row. Modified.
     */
    public void copy(int column, int from, int[] to) {
        int count = Math.min(to.length, rows - from);
        Arrays.fill(to, 0, count, patterns & 1);
        Arrays.fill(to, count, to.length, 0);
        halves.addTwice(column, from, to, count);
    }

    /** sum over j != i of C_ij v_j for every row i that is here, all of whose columns are. The vector is not modified. */
    public long[] times(int[] vector) {
        long[] product = new long[rows];
        int[] column = new int[rows];
        for (int j = 0; j < vector.length; j++) {
            copy(j, 0, column);
            for (int i = 0; i < rows; i++) {
                product[i] += (long) column[i] * vector[j];
            }
        }
        for (int i = 0; i < rows; i++) {
            product[i] -= (long) patterns * vector[firstRow + i];
        }
        return product;
    }

    /**
     * Weights that a rule makes of C, for all rows and some columns that are here: W_ij = (gain C_ij - shared_i shared_j) / unit, 0 on
     * the diagonal.
     *
     * @param from the first column
     * @param until the column after the last
     */
    public long[][] weights(Weights.InPlace rule, int from, int until) {
        long[][] weights = new long[rows][until - from];
        int[] column = new int[rows];
        int[] shared = rule.shared();
        for (int j = from; j < until; j++) {
            copy(j - firstColumn, 0, column);
            for (int i = 0; i < rows; i++) {
                long product = (long) rule.gain() * column[i] - (long) shared[firstRow + i] * shared[j];
                weights[i][j - from] = firstRow + i == j ? 0 : product / rule.unit();
            }
        }
        return weights;
    }
}
