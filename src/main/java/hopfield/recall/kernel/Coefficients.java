package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;

/**
 * The part in which rules that keep their patterns differ: the coefficients c of which a state's fields are sums, F = X^T c less the
 * neuron's own part. Neuron i is up next where F_i reaches a whole number, which is one for a neuron that is up, as it keeps its
 * state at a tie, and one for a neuron that is down.
 */
abstract class Coefficients {
    /** Sums of rounded coefficients stay below this. */
    private static final long LARGEST_SUM = 1L << 30;

    private final long[] whenUp;
    private final long[] whenDown;
    private final int shift;
    private final int margin;

    /**
     * @param whenUp the least F_i with which neuron i stays up
     * @param whenDown the least F_i with which neuron i goes up
     * @param shift {@link #round} gives coefficients in units of 2^shift
     * @param margin by how much sums of those may be off, in their unit; 0 where they are exact
     */
    Coefficients(long[] whenUp, long[] whenDown, int shift, int margin) {
        this.whenUp = whenUp;
        this.whenDown = whenDown;
        this.shift = shift;
        this.margin = margin;
    }

    /** Those of a memory that keeps its patterns. */
    static Coefficients of(Memory memory) {
        if (memory.weights() instanceof Weights.Dual dual) {
            return DualCoefficients.of(memory, dual);
        }
        if (memory.weights() instanceof Weights.Projector projector) {
            return projector.fitsInt() ? new ProjectorCoefficients(projector) : WideProjectorCoefficients.of(projector);
        }
        return new SeparatedCoefficients((Weights.Separated) memory.weights());
    }

    /**
     * Coefficients of a batch of states in 32 bits.
     *
     * @param products a = X s, a row of lanes for each pattern. Not modified.
     * @param coefficients likewise. Modified.
     */
    abstract void round(int[][] products, int lanes, int[][] coefficients);

    /**
     * Coefficients of one state, exactly, where rounded ones are not.
     *
     * @param products a, P entries. Not modified.
     * @param coefficients c, P entries. Modified.
     */
    abstract void exact(int[] products, long[] coefficients);

    /**
     * Whether a neuron of a state of the batch that was rounded last is up next, by finer sums than rounded ones, where there are.
     *
     * @return above 0 where it is, below 0 where it is not, 0 where those do not decide either
     */
    int finer(PatternSet stored, int neuron, boolean isUp, int lane) {
        return 0;
    }

    /** The least sum with which a neuron is up next. */
    final long least(int neuron, boolean isUp) {
        return (isUp ? whenUp : whenDown)[neuron];
    }

    /** The unit of rounded coefficients in which sums of absolute values up to a bound fit: its binary logarithm. */
    static int shift(double largestSum) {
        int shift = 0;
        while (Math.scalb(largestSum, -shift) >= LARGEST_SUM) {
            shift++;
        }
        return shift;
    }

    final boolean areExact() {
        return margin == 0;
    }

    /** Whether a neuron is up next, given its exact sum. */
    final boolean goesUp(int neuron, long sum, boolean isUp) {
        return sum >= least(neuron, isUp);
    }

    /** Signs of rounded sums: what reaches these bounds is up, whatever rounding did. */
    final LaneSigns surelyUp() {
        return new LaneSigns(bounds(whenUp, true), bounds(whenDown, true));
    }

    /** Signs of rounded sums: what does not reach these bounds is down, whatever rounding did. */
    final LaneSigns surelyDown() {
        return new LaneSigns(bounds(whenUp, false), bounds(whenDown, false));
    }

    private int[] bounds(long[] least, boolean above) {
        int[] bounds = new int[least.length];
        for (int i = 0; i < bounds.length; i++) {
            long units = above ? -(-least[i] >> shift) + margin : (least[i] >> shift) - margin;
            bounds[i] = (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, units));
        }
        return bounds;
    }
}
