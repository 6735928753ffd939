package hopfield.recall.kernel;

import hopfield.memory.Separation;
import hopfield.memory.Weights;
import java.util.Arrays;

/** Of memories without weights: c is the separation of the overlaps. */
final class SeparatedCoefficients extends Coefficients {
    private final Separation separation;

    SeparatedCoefficients(Weights.Separated weights) {
        super(
                new long[weights.neurons()],
                ones(weights.neurons()),
                0,
                weights.stored().size() + 2);
        this.separation = weights.separation();
    }

    private static long[] ones(int neurons) {
        long[] ones = new long[neurons];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    void round(int[][] products, int lanes, int[][] coefficients) {
        separation.round(products, lanes, coefficients);
    }

    @Override
    void exact(int[] products, long[] coefficients) {
        separation.coefficients(products, coefficients);
    }
}
