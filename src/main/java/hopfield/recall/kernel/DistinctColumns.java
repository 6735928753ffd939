package hopfield.recall.kernel;

import java.util.Arrays;

/** Numbers for columns of values, equal for equal columns, as the columns grow value by value. */
final class DistinctColumns {
    private final int[] places;
    private int count;

    /** @param columns without a value yet: all are equal */
    DistinctColumns(int columns) {
        this.places = new int[columns];
        this.count = Math.min(1, columns);
    }

    /** Columns that are equal so far. */
    int count() {
        return count;
    }

    /** The number of each column, from 0 in the order in which they first come. Not to be modified. */
    int[] places() {
        return places;
    }

    /**
     * Adds a value to each column.
     *
     * @param values within 0..kinds - 1. Not modified.
     */
    void refine(byte[] values, int kinds) {
        int[] fresh = new int[count * kinds];
        Arrays.fill(fresh, -1);
        count = 0;
        for (int i = 0; i < places.length; i++) {
            int kind = places[i] * kinds + values[i];
            if (fresh[kind] < 0) {
                fresh[kind] = count++;
            }
            places[i] = fresh[kind];
        }
    }
}
