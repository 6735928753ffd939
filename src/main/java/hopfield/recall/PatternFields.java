package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;

/** Local fields of a memory that keeps its patterns: what is kept of a state is its inner products with them. */
abstract class PatternFields extends LocalFields {
    PatternFields(Memory memory) {
        super(memory);
    }

    /** Follows the state to one of such inner products a = X s: P entries. Not modified. */
    abstract void follow(int[] products);

    /** E of a state with such inner products, which becomes the state. */
    final double energy(Pattern next, int[] products) {
        follow(products);
        stand(next);
        return energy();
    }

    /** Whether energies are had sooner from the sum of s_i F_i, each neuron's own part included. */
    boolean wantsInteraction() {
        return false;
    }

    /** E of a state with such a sum. */
    double energy(long interaction) {
        throw new UnsupportedOperationException("energies come from inner products");
    }
}
