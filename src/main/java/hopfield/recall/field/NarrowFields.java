package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;

/**
 * Local fields in 32-bit integers. Four rows a pass keep the sums in registers; int[][] rows vectorise. Neuron i goes up where
 * 2 U_i - R_i &gt; theta_i, or equals it and the neuron is up: where U_i exceeds a whole number that is one less for a neuron
 * that is up, if theta_i + R_i is even.
 */
public final class NarrowFields extends RowFields implements SummedFields {
    private static final double BEYOND = 1L << 33;

    private final int[][] rows;
    private final int[] rowSums;
    private final int[] up;
    private final int[] zeros;
    private final int[] mostThatStaysDown;

    NarrowFields(Memory memory, int[][] rows) {
        super(memory);
        this.rows = rows;
        this.up = new int[rows.length];
        this.zeros = new int[rows.length];
        this.rowSums = new int[rows.length];
        for (int[] row : rows) {
            add(rowSums, row, zeros, zeros, zeros);
        }
        this.mostThatStaysDown = new int[2 * rows.length];
        for (int i = 0; i < rows.length; i++) {
            double threshold = memory.threshold()[i];
            mostThatStaysDown[2 * i] = mostWithin(Math.floor(threshold), rowSums[i]);
            mostThatStaysDown[2 * i + 1] = mostWithin(Math.ceil(threshold) - 1, rowSums[i]);
        }
    }

    /** The largest U with 2 U - R at most a bound; beyond what U can be, the nearest integer. */
    private static int mostWithin(double bound, int rowSum) {
        long reachable = (long) Math.max(-BEYOND, Math.min(BEYOND, bound));
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, reachable + rowSum >> 1));
    }

    @Override
    public void enter(Pattern next, int[] sums) {
        System.arraycopy(sums, 0, up, 0, up.length);
        entered(next);
    }

    @Override
    public boolean anyMoves(int[] neurons, int count) {
        for (int k = 0; k < count; k++) {
            if (moves(neurons[k])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void sweep(int[] neurons, int count) {
        for (int k = 0; k < count; k++) {
            if (moves(neurons[k])) {
                flip(neurons[k]);
            }
        }
    }

    private boolean moves(int neuron) {
        boolean isUp = isUp(neuron);
        return up[neuron] > mostThatStaysDown[2 * neuron + (isUp ? 1 : 0)] != isUp;
    }

    @Override
    public double field(int neuron) {
        return 2L * up[neuron] - rowSums[neuron];
    }

    @Override
    void setAllDown() {
        System.arraycopy(zeros, 0, up, 0, up.length);
    }

    @Override
    void setAllUp() {
        System.arraycopy(rowSums, 0, up, 0, up.length);
    }

    @Override
    void addRows(long[] neurons) {
        NextBits bits = new NextBits(neurons);
        while (bits.hasNext()) {
            add(up, row(bits), row(bits), row(bits), row(bits));
        }
    }

    @Override
    void subtractRows(long[] neurons) {
        NextBits bits = new NextBits(neurons);
        while (bits.hasNext()) {
            subtract(up, row(bits), row(bits), row(bits), row(bits));
        }
    }

    @Override
    void addRow(int neuron) {
        int[] row = rows[neuron];
        for (int i = 0; i < up.length; i++) {
            up[i] += row[i];
        }
    }

    @Override
    void subtractRow(int neuron) {
        int[] row = rows[neuron];
        for (int i = 0; i < up.length; i++) {
            up[i] -= row[i];
        }
    }

    /** Copied: on a JDK 17, sums of converted integers do not vectorise. */
    @Override
    double[] realRow(int neuron, double[] scratch) {
        int[] row = rows[neuron];
        for (int i = 0; i < row.length; i++) {
            scratch[i] = row[i];
        }
        return scratch;
    }

    private int[] row(NextBits bits) {
        return bits.hasNext() ? rows[bits.next()] : zeros;
    }

    private static void add(int[] sum, int[] a, int[] b, int[] c, int[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    private static void subtract(int[] sum, int[] a, int[] b, int[] c, int[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= a[i] + b[i] + c[i] + d[i];
        }
    }
}
