package hopfield.recall;

import hopfield.memory.Memory;

/** Local fields in 32-bit integers. Four rows a pass keep the sums in registers; int[][] rows vectorise. */
final class NarrowFields extends RowFields {
    private final int[][] rows;
    private final int[] rowSums;
    private final int[] up;
    private final int[] zeros;

    NarrowFields(Memory memory, int[][] rows) {
        super(memory);
        this.rows = rows;
        this.up = new int[rows.length];
        this.zeros = new int[rows.length];
        this.rowSums = new int[rows.length];
        for (int[] row : rows) {
            add(rowSums, row, zeros, zeros, zeros);
        }
    }

    @Override
    double field(int neuron) {
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
        add(up, rows[neuron], zeros, zeros, zeros);
    }

    @Override
    void subtractRow(int neuron) {
        subtract(up, rows[neuron], zeros, zeros, zeros);
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
