package hopfield.memory;

import java.io.Serializable;

/**
 * The cut of an N x N symmetric matrix into square blocks, those of the last row and column ragged where the side does not
 * divide N. Only blocks on or above the diagonal are held, numbered row by row.
 *
 * @param neurons N, at least 1
 * @param side rows and columns of a full block, 1..N; a larger one is taken for N
 */
public record BlockGrid(int neurons, int side) implements Serializable {
    public BlockGrid {
        if (neurons < 1 || side < 1) {
            throw new IllegalArgumentException("blocks of " + side + " cannot cut a matrix of " + neurons);
        }
        side = Math.min(side, neurons);
    }

    /** A block's place: its row and its column in the grid, row at most column. */
    public record Place(int row, int column) {}

    /** Block rows, and block columns. */
    public int rows() {
        return 1 + (neurons - 1) / side;
    }

    /** Blocks on or above the diagonal. */
    public int blocks() {
        return rows() * (rows() + 1) / 2;
    }

    /** The place of block number 0..blocks-1. */
    public Place place(int block) {
        int row = 0;
        int first = 0;
        while (block >= first + rows() - row) {
            first += rows() - row;
            row++;
        }
        return new Place(row, row + block - first);
    }

    /** The number of the block in a row and a column of the grid, row at most column. */
    public int number(int row, int column) {
        return row * (2 * rows() - row - 1) / 2 + column;
    }

    /** The first neuron of a block row. */
    public int start(int row) {
        return row * side;
    }

    /** Neurons in a block row: the side, or what is left in the last. */
    public int size(int row) {
        return Math.min(side, neurons - start(row));
    }
}
