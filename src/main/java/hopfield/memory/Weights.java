package hopfield.memory;

import java.io.Serializable;

/** A symmetric N x N weight matrix with a zero diagonal, in whole numbers. */
public sealed interface Weights extends Serializable {
    /** N. */
    int neurons();

    /**
     * Weights whose local fields fit an int: sum_j |W_ij| is at most 2^31 - 1 in every row.
     *
     * @param rows W. Not copied: treat as read-only.
     */
    record Narrow(int[][] rows) implements Weights {
        @Override
        public int neurons() {
            return rows.length;
        }
    }

    /**
     * Weights whose local fields are whole numbers of at most 2^53, which a double holds exactly.
     *
     * @param rows W. Not copied: treat as read-only.
     */
    record Wide(double[][] rows) implements Weights {
        @Override
        public int neurons() {
            return rows.length;
        }
    }
}
