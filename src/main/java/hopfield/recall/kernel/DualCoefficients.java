package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import java.util.stream.IntStream;

/**
 * Of W = (gain X^T X - S S^T) / unit, S the sum of the patterns or nothing: c_mu = gain a_mu - sum_nu a_nu, or gain a_mu, since
 * S_i (S s) is the sum over mu of x_mu,i sum_nu a_nu.
 */
public final class DualCoefficients extends Coefficients {
    private final int gain;
    private final boolean shared;
    private final int shift;

    private DualCoefficients(Weights.Dual weights, DualBounds bounds, boolean shared, int shift) {
        super(
                bounds.leastWhenUp(),
                bounds.leastWhenDown(),
                shift,
                shift == 0 ? 0 : weights.stored().size() + 1);
        this.gain = weights.gain();
        this.shared = shared;
        this.shift = shift;
    }

    static DualCoefficients of(Memory memory, Weights.Dual weights) {
        boolean shared = IntStream.of(weights.shared()).anyMatch(sum -> sum != 0);
        double largest = largest(weights, shared);
        return new DualCoefficients(
                weights,
                DualBounds.of(memory),
                shared,
                shift(largest * weights.stored().size()));
    }

    /** Whether every coefficient fits 32 bits. */
    public static boolean fit(Weights.Dual weights) {
        return largest(weights, true) <= Integer.MAX_VALUE;
    }

    private static double largest(Weights.Dual weights, boolean shared) {
        return ((double) weights.gain() + (shared ? weights.stored().size() : 0)) * weights.neurons();
    }

    @Override
    void round(int[][] products, int lanes, int[][] coefficients) {
        int[] total = new int[lanes];
        for (int p = 0; shared && p < products.length; p++) {
            add(lanes, products[p], total);
        }
        for (int p = 0; p < products.length; p++) {
            round(lanes, gain, products[p], total, shift, coefficients[p]);
        }
    }

    private static void add(int lanes, int[] row, int[] sum) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += row[s];
        }
    }

    private static void round(int lanes, int gain, int[] products, int[] total, int shift, int[] rounded) {
        for (int s = 0; s < lanes; s++) {
            rounded[s] = gain * products[s] - total[s] >> shift;
        }
    }

    @Override
    void exact(int[] products, long[] coefficients) {
        long sum = shared ? IntStream.of(products).asLongStream().sum() : 0;
        for (int p = 0; p < products.length; p++) {
            coefficients[p] = (long) gain * products[p] - sum;
        }
    }
}
