package hopfield.recall.field;

import hopfield.pattern.Pattern;

/** A state that moves. Its subclass follows each move before it is made. */
public abstract class MovingState {
    private final int neurons;
    private long[] state;

    /** All neurons are down. */
    MovingState(int neurons) {
        this.neurons = neurons;
        this.state = new long[Pattern.wordsFor(neurons)];
    }

    /** Follows the state from one to another; both are packed. */
    abstract void follow(long[] from, long[] to);

    /** Follows one neuron that is about to flip. */
    abstract void followFlip(int neuron);

    /** Makes a pattern the state. */
    public final void moveTo(Pattern next) {
        follow(state, next.words());
        stand(next);
    }

    /** Makes a pattern the state without a move to follow. */
    final void stand(Pattern next) {
        state = next.words().clone();
    }

    /** Flips one neuron. */
    public final void flip(int neuron) {
        followFlip(neuron);
        state[neuron >> 6] ^= 1L << neuron;
    }

    /** The state, packed. Not to be modified. */
    public final long[] words() {
        return state;
    }

    /** Whether a neuron is +1. */
    public final boolean isUp(int neuron) {
        return (state[neuron >> 6] >>> neuron & 1) != 0;
    }

    /** The state itself. */
    public final Pattern state() {
        return new Pattern(neurons, state.clone());
    }
}
