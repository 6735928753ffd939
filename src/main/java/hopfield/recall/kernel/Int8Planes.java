package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/**
 * Weights as sums of 8-bit planes: W / g = sum_k 256^k W_k, with g the greatest common divisor of the entries and W_k within
 * -128..127. An even number of patterns makes every Hebbian weight even, so g is 2 or more there.
 *
 * @param reduction of the memory
 * @param unit g, at least 1
 * @param weights W_k, one array for each plane of as many rows and columns as there are entries of a reduced state, row by row,
 *     lowest plane first
 */
public record Int8Planes(TwinReduction reduction, int unit, byte[][] weights) {
    private static final int MOST_NEURONS = 1 << 15;
    private static final long[] LARGEST = {0x7f, 0x7f7f, 0x7f7f7f, 0x7f7f7f7f};
    private static final long LARGEST_FIELD = 1L << 31;

    /** Whether a memory has weights in 32 bits, at most 32,768 neurons, and largest field and threshold below 2^31 together. */
    public static boolean fit(Memory memory) {
        if (!(memory.weights() instanceof Weights.Narrow narrow) || memory.neurons() > MOST_NEURONS) {
            return false;
        }
        for (int i = 0; i < memory.neurons(); i++) {
            long reach = reach(narrow.rows()[i]);
            if (!(reach + Math.abs(reachable(memory.threshold()[i], reach)) < LARGEST_FIELD)) {
                return false;
            }
        }
        return largest(narrow.rows()) <= LARGEST[LARGEST.length - 1];
    }

    /** How many planes a memory that fits needs. */
    public static int count(Memory memory) {
        int[][] rows = ((Weights.Narrow) memory.weights()).rows();
        return count(rows, unit(rows));
    }

    private static int count(int[][] rows, int unit) {
        long largest = largest(rows) / unit;
        int planes = 1;
        while (largest > LARGEST[planes - 1]) {
            planes++;
        }
        return planes;
    }

    /** The planes of a memory that fits. */
    public static Int8Planes of(Memory memory, TwinReduction reduction) {
        int[][] rows = ((Weights.Narrow) memory.weights()).rows();
        int unit = unit(rows);
        int planes = count(rows, unit);
        int n = reduction.entries();
        byte[][] weights = new byte[planes][n * n];
        double[] row = new double[n];
        double[] scratch = new double[rows.length];
        for (int i = 0; i < n; i++) {
            reduction.row(i, row, scratch);
            for (int j = 0; j < n; j++) {
                int rest = (int) row[j] / unit;
                for (int k = 0; k < planes; k++) {
                    byte digit = (byte) rest;
                    weights[k][i * n + j] = digit;
                    rest = (rest - digit) >> 8;
                }
            }
        }
        return new Int8Planes(reduction, unit, weights);
    }

    /**
     * The constant part of half a field of a single plane, W u + b: b = -(theta' + R') / 2 with the row sums R' of W / g. The field
     * F' = F / g is whole, so theta' is theta / g where that is whole, and half more than the whole number below where it is not.
     */
    public float[] bias() {
        int entries = reduction.entries();
        float[] bias = new float[entries];
        for (int i = 0; i < entries; i++) {
            long sum = 0;
            long reach = 0;
            for (int j = 0; j < entries; j++) {
                long weight = (long) weights[0][i * entries + j] * reduction.count(j);
                sum += weight;
                reach += Math.abs(weight);
            }
            double threshold = inUnits(reachable(reduction.threshold(i), reach * unit), unit);
            bias[i] = (float) ((-threshold - sum) / 2);
        }
        return bias;
    }

    /** A threshold beyond every field decides as one just beyond. */
    private static double reachable(double threshold, long reach) {
        return Math.max(-reach - 0.5, Math.min(reach + 0.5, threshold));
    }

    private static double inUnits(double threshold, int unit) {
        double quotient = Math.floor(Math.floor(threshold) / unit);
        return quotient * unit == threshold ? quotient : quotient + 0.5;
    }

    /** sum_j |W_ij|, the largest field of a neuron. */
    private static long reach(int[] row) {
        long reach = 0;
        for (int weight : row) {
            reach += Math.abs((long) weight);
        }
        return reach;
    }

    private static long largest(int[][] rows) {
        long largest = 0;
        for (int[] row : rows) {
            for (int weight : row) {
                largest = Math.max(largest, Math.abs((long) weight));
            }
        }
        return largest;
    }

    /** The greatest common divisor of all weights, or 1 if they are all zero: a power of two and an odd number, each found apart. */
    private static int unit(int[][] rows) {
        int bits = 0;
        for (int[] row : rows) {
            for (int weight : row) {
                bits |= weight;
            }
        }
        return bits == 0 ? 1 : oddUnit(rows) << Integer.numberOfTrailingZeros(bits);
    }

    private static int oddUnit(int[][] rows) {
        int unit = 0;
        for (int[] row : rows) {
            for (int weight : row) {
                unit = weight == 0 ? unit : divisor(unit, weight >> Integer.numberOfTrailingZeros(weight));
                if (unit == 1) {
                    return 1;
                }
            }
        }
        return unit;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? Math.abs(a) : divisor(b, a % b);
    }
}
