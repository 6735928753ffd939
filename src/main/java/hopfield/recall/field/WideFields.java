package hopfield.recall.field;

import hopfield.memory.Memory;

/** Local fields of weights that outgrow 32 bits, in doubles that hold whole numbers exactly. */
final class WideFields extends RowFields {
    private final double[][] rows;
    private final double[] rowSums;
    private final double[] up;
    private final double[] zeros;

    WideFields(Memory memory, double[][] rows) {
        super(memory);
        this.rows = rows;
        this.up = new double[rows.length];
        this.zeros = new double[rows.length];
        this.rowSums = new double[rows.length];
        for (double[] row : rows) {
            add(rowSums, row, zeros, zeros, zeros);
        }
    }

    @Override
    public double field(int neuron) {
        return 2 * up[neuron] - rowSums[neuron];
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

    @Override
    double[] realRow(int neuron, double[] scratch) {
        return rows[neuron];
    }

    private double[] row(NextBits bits) {
        return bits.hasNext() ? rows[bits.next()] : zeros;
    }

    private static void add(double[] sum, double[] a, double[] b, double[] c, double[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    private static void subtract(double[] sum, double[] a, double[] b, double[] c, double[] d) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= a[i] + b[i] + c[i] + d[i];
        }
    }
}
