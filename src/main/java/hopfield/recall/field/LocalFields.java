package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import java.util.stream.DoubleStream;

/** The local fields F = W s of one state that moves, in exact whole numbers. */
public abstract class LocalFields extends MovingState {
    private final Memory memory;
    private final boolean biased;

    LocalFields(Memory memory) {
        super(memory.neurons());
        this.memory = memory;
        this.biased = DoubleStream.of(memory.threshold()).anyMatch(threshold -> threshold != 0);
    }

    /** The fields of a memory, in the form that its weights have. */
    public static LocalFields of(Memory memory) {
        if (memory.weights() instanceof Weights.Narrow narrow) {
            return new NarrowFields(memory, narrow.rows());
        }
        if (memory.weights() instanceof Weights.Wide wide) {
            return new WideFields(memory, wide.rows());
        }
        if (memory.weights() instanceof Weights.Projector projector) {
            return new ProjectorFields(memory, projector);
        }
        if (memory.weights() instanceof Weights.Separated separated) {
            return new SeparatedFields(memory, separated);
        }
        return new DualFields(memory, (Weights.Dual) memory.weights());
    }

    public final Memory memory() {
        return memory;
    }

    /** F_i. */
    public abstract double field(int neuron);

    /** sum_i s_i F_i = s^T W s. */
    public double interaction() {
        double sum = 0;
        for (int i = 0; i < memory.neurons(); i++) {
            double field = field(i);
            sum += isUp(i) ? field : -field;
        }
        return sum;
    }

    /** The value that neuron i takes next: the sign of F_i - theta_i, and its own where that is zero. */
    public final boolean goesUp(int neuron) {
        double field = field(neuron);
        double threshold = memory.threshold()[neuron];
        return field > threshold || field == threshold && isUp(neuron);
    }

    /** E with neuron i down less E with it up, in the rule's own unit: 2 h_i = 2 scale (F_i - theta_i) where there are weights. */
    public double energyGap(int neuron) {
        return 2 * (memory.scale() * (field(neuron) - memory.threshold()[neuron]));
    }

    /** Whether one of the first of these neurons would flip, were it updated now. */
    public boolean anyMoves(int[] neurons, int count) {
        for (int k = 0; k < count; k++) {
            if (goesUp(neurons[k]) != isUp(neurons[k])) {
                return true;
            }
        }
        return false;
    }

    /** Updates the first of these neurons one after the other, each by the fields that the ones before it left. */
    public void sweep(int[] neurons, int count) {
        for (int k = 0; k < count; k++) {
            if (goesUp(neurons[k]) != isUp(neurons[k])) {
                flip(neurons[k]);
            }
        }
    }

    /**
     * F = W v of some real-valued states, whatever the state here: exact as long as sum_j |W_ij v_j| is at most 2^37 in every
     * row; beyond that, rounded in one order that does not hang on how many states there are.
     *
     * @param values a v each, N multiples of 2^-16. Not modified.
     */
    public abstract double[][] fieldsOf(double[][] values);

    /** The state after one synchronous step from here. */
    public Pattern successor() {
        int neurons = memory.neurons();
        long[] next = new long[words().length];
        for (int i = 0; i < neurons; i++) {
            if (goesUp(i)) {
                next[i >> 6] |= 1L << i;
            }
        }
        return new Pattern(neurons, next);
    }

    /** E = -1/2 s^T W s + theta^T s, in the rule's unit; memories without weights have another. */
    public double energy() {
        return energyOf(interaction());
    }

    /** E of the state, given s^T W s. */
    final double energyOf(double interaction) {
        return memory.scale() * (bias() - interaction / 2);
    }

    /** theta^T s. */
    private double bias() {
        double bias = 0;
        for (int i = 0; biased && i < memory.neurons(); i++) {
            double threshold = memory.threshold()[i];
            bias += isUp(i) ? threshold : -threshold;
        }
        return bias;
    }
}
