package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;

/** The local fields F = W s of one state that moves, in exact whole numbers. */
abstract class LocalFields {
    private final Memory memory;
    private long[] state;

    LocalFields(Memory memory) {
        this.memory = memory;
        this.state = new long[Pattern.wordsFor(memory.neurons())];
    }

    /** The fields of a memory, in the form that its weights have. */
    static LocalFields of(Memory memory) {
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

    /** F_i. */
    abstract double field(int neuron);

    /** Follows the state from one to another; both are packed. */
    abstract void follow(long[] from, long[] to);

    /** Follows one neuron that is about to flip. */
    abstract void followFlip(int neuron);

    /** sum_i s_i F_i = s^T W s. */
    double interaction() {
        double sum = 0;
        for (int i = 0; i < memory.neurons(); i++) {
            double field = field(i);
            sum += isUp(i) ? field : -field;
        }
        return sum;
    }

    /** Makes a pattern the state. */
    final void moveTo(Pattern next) {
        follow(state, next.words());
        state = next.words().clone();
    }

    /** Flips one neuron. */
    final void flip(int neuron) {
        followFlip(neuron);
        state[neuron >> 6] ^= 1L << neuron;
    }

    final boolean isUp(int neuron) {
        return (state[neuron >> 6] >>> neuron & 1) != 0;
    }

    /** The value that neuron i takes next: the sign of F_i - theta_i, and its own where that is zero. */
    final boolean goesUp(int neuron) {
        double field = field(neuron);
        double threshold = memory.threshold()[neuron];
        return field > threshold || field == threshold && isUp(neuron);
    }

    /** The state after one synchronous step from here. */
    final Pattern successor() {
        int neurons = memory.neurons();
        long[] next = new long[state.length];
        for (int i = 0; i < neurons; i++) {
            if (goesUp(i)) {
                next[i >> 6] |= 1L << i;
            }
        }
        return new Pattern(neurons, next);
    }

    /** The state itself. */
    final Pattern state() {
        return new Pattern(memory.neurons(), state.clone());
    }

    /** E = -1/2 s^T W s + theta^T s, in the rule's unit; memories without weights have another. */
    double energy() {
        double bias = 0;
        for (int i = 0; i < memory.neurons(); i++) {
            double threshold = memory.threshold()[i];
            bias += isUp(i) ? threshold : -threshold;
        }
        return memory.scale() * (bias - interaction() / 2);
    }
}
