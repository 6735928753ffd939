package hopfield.spark;

import hopfield.memory.Form;
import hopfield.memory.Rule;

/** Seconds that operations take on one core of this machine, and the mean steps of a recall. */
public interface Costs {
    /** Operations of one step of one state: N^2 with weights; with patterns 2 P N, and P^2 where their Gram matrix is inverted. */
    static double operations(Rule rule, Form form, double patterns, double neurons) {
        if (form == Form.WEIGHTS) {
            return neurons * neurons;
        }
        if (rule.equals(Rule.NEAREST)) {
            return patterns * neurons / 2; // one search, counted as two steps
        }
        return 2 * patterns * neurons + (rule.equals(Rule.PROJECTION) ? patterns * patterns : 0);
    }

    /** Seconds of a word of 64 bits in training. */
    double word();

    /** Seconds to compare a word of a state with one of a stored pattern. */
    double compare(int patterns, int neurons);

    /** Seconds of an {@linkplain #operations operation} of a step. */
    double step(Rule rule, Form form, int patterns, int neurons);

    /** Seconds of a weight in a step, weights in place. */
    double stepInPlace(int patterns, int neurons, int side);

    /** Seconds to add a weight to a field, as the energy of a final state is summed up. */
    double energy();

    /** Mean steps of a recall. */
    double steps(Rule rule, int patterns, int neurons);
}
