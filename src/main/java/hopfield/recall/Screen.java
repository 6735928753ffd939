package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/**
 * Weights rounded to 8-bit planes, row by row, with a bound on what the rounding can do to a field: W_ij = q_i (A_ij + r_ij) with
 * whole A_ij. Half a field in units of q_i is H_i = (F_i - theta_i) / (2 q_i); its rounding is off by at most
 * margin_i = sum_j |r_ij| / 2 and what 32-bit floating point adds, so a rounded H_i beyond the margin has the sign of the exact one.
 *
 * @param fold of the memory
 * @param weights A = A_0 + 256 A_1, one array for each plane of as many rows and columns as there are entries of a folded state, row
 *     by row, lowest plane first
 * @param bias what is constant in H, for each plane
 * @param sharpness 1 / (2 margin_i): H_i times this, rounded, is 0 within the margin only
 */
record Screen(Fold fold, byte[][] weights, float[][] bias, float[] sharpness) {
    private static final int MOST_NEURONS = 1 << 15;
    private static final int[] LARGEST = {0x7f, 0x7f7f};

    /** Sums of at most six operations in 32-bit floating point, each off by 2^-24 of its terms. */
    private static final double FLOAT_ERROR = 0x1p-21;

    /** More planes than these do not make a finer screen. */
    static int mostPlanes() {
        return LARGEST.length;
    }

    /** Whether the memory has weight rows, not too many, and finite thresholds. */
    static boolean fits(Memory memory) {
        if (!(memory.weights() instanceof Weights.Narrow || memory.weights() instanceof Weights.Wide)
                || memory.neurons() > MOST_NEURONS) {
            return false;
        }
        for (double threshold : memory.threshold()) {
            if (!Double.isFinite(threshold)) {
                return false;
            }
        }
        return true;
    }

    /** The screen of a memory that fits. */
    static Screen of(Memory memory, Fold fold, int planes) {
        int n = fold.entries();
        Screen screen = new Screen(fold, new byte[planes][n * n], new float[planes][n], new float[n]);
        double[] row = new double[n];
        double[] scratch = new double[memory.neurons()];
        for (int i = 0; i < n; i++) {
            fold.row(i, row, scratch);
            screen.round(i, row, fold.threshold(i));
        }
        return screen;
    }

    private void round(int i, double[] row, double threshold) {
        double largest = 0;
        for (double weight : row) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double unit = largest == 0 ? 1 : largest / LARGEST[weights.length - 1];
        double residue = 0;
        long reach = 0;
        long[] sums = new long[weights.length];
        for (int j = 0; j < row.length; j++) {
            long rounded = Math.round(row[j] / unit);
            residue += fold.count(j) * Math.abs(row[j] / unit - rounded);
            reach += fold.count(j) * Math.abs(rounded);
            for (int k = 0; k < weights.length; k++) {
                byte digit = (byte) rounded;
                weights[k][i * row.length + j] = digit;
                sums[k] += (long) fold.count(j) * digit;
                rounded = (rounded - digit) >> 8;
            }
        }
        double farthest = 2.0 * (reach + residue + 1);
        double rest = Math.max(-farthest, Math.min(farthest, -threshold / unit));
        double margin = residue / 2 + (reach + Math.abs(rest) + 1) * FLOAT_ERROR;
        for (int k = 0; k < weights.length; k++) {
            double above = k < weights.length - 1 ? Math.rint(rest / 256) : 0;
            bias[k][i] = (float) ((rest - 256 * above - sums[k]) / 2);
            rest = above;
        }
        sharpness[i] = (float) (.5 / margin * (1 - FLOAT_ERROR));
    }
}
