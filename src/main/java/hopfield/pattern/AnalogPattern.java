package hopfield.pattern;

import java.util.Arrays;

/**
 * A real-valued state v in [-1024, 1024]^N, such as a noisy image before its signs are taken. Every value is a multiple of
 * 2^-16, so that sums of W_j v_j with whole numbers W_j are exact in doubles, in any order, as long as sum_j |W_j v_j| is at
 * most 2^37: in that unit they are whole numbers of at most 53 bits.
 *
 * @param values v. Not copied: treat as read-only.
 */
public record AnalogPattern(double[] values) {
    /** The largest absolute value. */
    public static final double LARGEST = 1024;

    private static final double UNITS = 1 << 16;

    public AnalogPattern {
        for (double value : values) {
            if (!(Math.abs(value) <= LARGEST) || value * UNITS != Math.rint(value * UNITS)) {
                throw new IllegalArgumentException(
                        "an analog value must be a multiple of 2^-16 within -1024..1024, was " + value);
            }
        }
    }

    /**
     * The nearest such state: every value rounded to the nearest multiple of 2^-16, of two the even one, and brought within
     * the range.
     *
     * @param values real numbers. Not modified.
     */
    public static AnalogPattern nearest(double[] values) {
        double[] nearest = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            nearest[i] = Math.max(-LARGEST, Math.min(LARGEST, Math.rint(values[i] * UNITS) / UNITS));
        }
        return new AnalogPattern(nearest);
    }

    /** N. */
    public int neurons() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnalogPattern that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "AnalogPattern[" + values.length + " neurons]";
    }
}
