package hopfield.spark;

import hopfield.memory.Form;
import hopfield.memory.Rule;

/** How fast one core of this machine computes, and how many steps a recall takes. */
public interface Rates {
    /** Seconds of a word of 64 bits in training. */
    double word();

    /** Seconds to compare a word of a state with one of a stored pattern. */
    double compare(int patterns, int neurons);

    /** Seconds of an operation of a step. */
    double step(Rule rule, Form form, int patterns, int neurons);

    /** Seconds of a weight in a step, weights in place. */
    double stepInPlace(int patterns, int neurons, int side);

    /** Seconds to add a weight to a field, as the energy of a final state is summed up. */
    double energy(int patterns, int neurons);

    /** Mean steps of a recall. */
    double steps(Rule rule, int patterns, int neurons);
}
