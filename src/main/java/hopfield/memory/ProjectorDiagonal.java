package hopfield.memory;

import hopfield.pattern.PatternSet;
import java.util.Arrays;

/**
 * The diagonal of X^T B X, and how large B X s can be. For each neuron i, B x_i is a signed sum of the rows of B; rows are taken
 * {@value #WIDTH} at a time, and each of the sums that their signs can have is made once (the method of four Russians).
 */
final class ProjectorDiagonal {
    private static final int WIDTH = 6;

    /** Sums that are made together: 32 MB. */
    private static final int MOST_ENTRIES = 1 << 22;

    private final PatternSet patterns;
    private final long[][] inverse;
    private final long[][] table;
    private final long[] diagonal;
    private double reach;

    ProjectorDiagonal(PatternSet patterns, long[][] inverse) {
        this.patterns = patterns;
        this.inverse = inverse;
        this.table = new long[1 << WIDTH][patterns.size()];
        this.diagonal = new long[patterns.neurons()];
    }

    /** The weights that the diagonal belongs to. */
    Weights.Projector weights(boolean fitsInt) {
        int block = Math.max(1, Math.min(diagonal.length, MOST_ENTRIES / patterns.size()));
        for (int from = 0; from < diagonal.length; from += block) {
            enter(from, Math.min(diagonal.length, from + block));
        }
        return new Weights.Projector(patterns, inverse, diagonal, fitsInt, reach);
    }

    private void enter(int from, int until) {
        int p = patterns.size();
        long[] products = new long[(until - from) * p];
        for (int first = 0; first < p; first += WIDTH) {
            fill(first, Math.min(WIDTH, p - first));
            for (int i = from; i < until; i++) {
                add(products, (i - from) * p, table[code(first, i)]);
            }
        }
        for (int i = from, at = 0; i < until; i++) {
            for (int mu = 0; mu < p; mu++, at++) {
                diagonal[i] += patterns.isUp(mu, i) ? products[at] : -products[at];
                reach += Math.abs((double) products[at]);
            }
        }
    }

    /** The signed sums of some rows of B, a set bit for each that is added and none for each that is taken away. */
    private void fill(int first, int rows) {
        Arrays.fill(table[0], 0);
        for (int b = 0; b < rows; b++) {
            addScaled(table[0], -1, inverse[first + b]);
        }
        for (int code = 1; code < 1 << rows; code++) {
            System.arraycopy(table[code & code - 1], 0, table[code], 0, table[code].length);
            addScaled(table[code], 2, inverse[first + Integer.numberOfTrailingZeros(code)]);
        }
    }

    private int code(int first, int neuron) {
        int code = 0;
        for (int b = 0; b < Math.min(WIDTH, patterns.size() - first); b++) {
            code |= patterns.isUp(first + b, neuron) ? 1 << b : 0;
        }
        return code;
    }

    private static void add(long[] sums, int at, long[] row) {
        for (int j = 0; j < row.length; j++) {
            sums[at + j] += row[j];
        }
    }

    private static void addScaled(long[] sum, int scale, long[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += scale * row[j];
        }
    }
}
