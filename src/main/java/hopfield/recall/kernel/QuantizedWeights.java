package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/**
 * Weights rounded to 8-bit planes, a row for each neuron that is stepped, with a bound on what the rounding can do to a field: W_ij = q_i (A_ij + r_ij) with
 * whole A_ij. Half a field in units of q_i is H_i = (F_i - theta_i) / (2 q_i); its rounding is off by at most
 * margin_i = sum_j |r_ij| / 2 and what 32-bit floating point adds, so a rounded H_i beyond the margin has the sign of the exact one.
 *
 * @param reduction of the memory
 * @param weights A = A_0 + 256 A_1, one array for each plane, row by row, of as many columns as there are entries of a reduced state,
 *     lowest plane first
 * @param bias what is constant in H, for each plane
 * @param sharpness 1 / (2 margin_i): H_i times this, rounded, is 0 within the margin only
 */
public record QuantizedWeights(TwinReduction reduction, byte[][] weights, float[][] bias, float[] sharpness) {
    private static final int MOST_NEURONS = 1 << 15;
    private static final int[] LARGEST = {0x7f, 0x7f7f};

    /** Sums of at most six operations in 32-bit floating point, each off by 2^-24 of its terms. */
    private static final double FLOAT_ERROR = 0x1p-21;

    /** More planes than these do not make them finer. */
    public static int mostPlanes() {
        return LARGEST.length;
    }

    /** Whether the memory has weight rows, not too many, and finite thresholds. */
    public static boolean fits(Memory memory) {
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

    /** Quantized weights of a memory that fits. */
    public static QuantizedWeights of(Memory memory, TwinReduction reduction, int planes) {
        int n = reduction.entries();
        int m = n;
        QuantizedWeights quantized =
                new QuantizedWeights(reduction, new byte[planes][m * n], new float[planes][m], new float[m]);
        double[] row = new double[n];
        double[] scratch = new double[memory.neurons()];
        for (int i = 0; i < m; i++) {
            reduction.row(i, row, scratch);
            quantized.round(i, row, reduction.threshold(i));
        }
        return quantized;
    }

    private void round(int i, double[] row, double threshold) {
        int largestDigits = LARGEST[weights.length - 1];
        double unit = unit(row, largestDigits);
        double perUnit = 1 / unit;
        double residue = 0;
        long reach = 0;
        long[] sums = new long[weights.length];
        for (int j = 0; j < row.length; j++) {
            double rounded = rounded(row[j] * perUnit, largestDigits);
            residue += reduction.count(j) * Math.abs(row[j] - unit * rounded);
            int rest = (int) rounded;
            reach += (long) reduction.count(j) * Math.abs(rest);
            for (int k = 0; k < weights.length; k++) {
                byte digit = (byte) rest;
                weights[k][i * row.length + j] = digit;
                sums[k] += reduction.count(j) * digit;
                rest = (rest - digit) >> 8;
            }
        }
        residue *= perUnit;
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

    /** The unit that leaves the least: one in which the largest weight fits, or a small whole one beyond which few weights are. */
    private double unit(double[] row, int largestDigits) {
        double largest = 0;
        for (double weight : row) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double fitting = largest == 0 ? 1 : largest / largestDigits;
        double best = fitting;
        double least = Double.MAX_VALUE;
        for (double unit : new double[] {1, 2, fitting}) {
            boolean isNear = unit >= fitting / 2 && unit < 2 * fitting;
            double left = isNear && least > 0 ? residue(row, unit, largestDigits) : least;
            if (left < least) {
                least = left;
                best = unit;
            }
        }
        return best;
    }

    /** The sum of the rests that weights leave when they are rounded to a unit. */
    private double residue(double[] row, double unit, int largestDigits) {
        double perUnit = 1 / unit;
        double residue = 0;
        for (int j = 0; j < row.length; j++) {
            residue += reduction.count(j) * Math.abs(row[j] - unit * rounded(row[j] * perUnit, largestDigits));
        }
        return residue;
    }

    private static double rounded(double units, int largestDigits) {
        double nearest = Math.rint(units);
        return nearest > largestDigits ? largestDigits : nearest < -largestDigits ? -largestDigits : nearest;
    }
}
