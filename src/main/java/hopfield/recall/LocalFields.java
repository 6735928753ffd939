package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;

/**
 * The local fields F = W s of a state that moves, in exact whole numbers. What is kept is U_i = sum of W_ij over the neurons j
 * that are up, so that F = 2 U - R with the row sums R: a state is entered by adding the weight rows of its fewer side, and a
 * neuron that flips adds or takes away one row. Moving to a state that differs in k neurons costs k rows, not N.
 */
abstract class LocalFields {
    private final Memory memory;
    private long[] state;

    LocalFields(Memory memory) {
        this.memory = memory;
    }

    /** The fields of a memory, in the width that its weights need. */
    static LocalFields of(Memory memory) {
        return memory.weights() instanceof Weights.Narrow narrow
                ? new NarrowFields(memory, narrow.rows())
                : new WideFields(memory, ((Weights.Wide) memory.weights()).rows());
    }

    /** F_i. */
    abstract double field(int neuron);

    /** U = 0, the fields of the state that has no neuron up. */
    abstract void setAllDown();

    /** U = R, the fields of the state that has every neuron up. */
    abstract void setAllUp();

    /** Adds the weight rows of the neurons whose bits are set. */
    abstract void addRows(long[] neurons);

    /** Takes away the weight rows of the neurons whose bits are set. */
    abstract void subtractRows(long[] neurons);

    /** Enters a state, whatever was the last one. */
    final void enter(Pattern pattern) {
        state = pattern.words().clone();
        if (2 * pattern.foreground() <= pattern.neurons()) {
            setAllDown();
            addRows(state);
        } else {
            setAllUp();
            subtractRows(pattern.inverse().words());
        }
    }

    /** Moves to a state: by the neurons that differ, or by entering it anew where that takes fewer rows. */
    final void moveTo(Pattern next) {
        long[] words = next.words();
        long[] risen = new long[words.length];
        long[] fallen = new long[words.length];
        int moved = 0;
        for (int w = 0; w < words.length; w++) {
            risen[w] = words[w] & ~state[w];
            fallen[w] = state[w] & ~words[w];
            moved += Long.bitCount(state[w] ^ words[w]);
        }
        int foreground = next.foreground();
        if (moved > Math.min(foreground, next.neurons() - foreground)) {
            enter(next);
        } else {
            addRows(risen);
            subtractRows(fallen);
            state = words.clone();
        }
    }

    /** Flips one neuron. */
    final void flip(int neuron) {
        long[] one = new long[state.length];
        one[neuron >> 6] = 1L << neuron;
        if (isUp(neuron)) {
            subtractRows(one);
        } else {
            addRows(one);
        }
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

    /** E = -1/2 s^T W s + theta^T s, in the rule's unit. */
    final double energy() {
        double interaction = 0;
        double bias = 0;
        for (int i = 0; i < memory.neurons(); i++) {
            double field = field(i);
            double threshold = memory.threshold()[i];
            interaction += isUp(i) ? field : -field;
            bias += isUp(i) ? threshold : -threshold;
        }
        return memory.scale() * (bias - interaction / 2);
    }
}
