package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;

/** Local fields of a memory that keeps its patterns: what is kept of a state is a = X s, its inner products with them. */
public abstract class PatternFields extends LocalFields {
    /** X, P patterns of N neurons. */
    final PatternSet stored;

    /** a, P entries. */
    final int[] products;

    PatternFields(Memory memory, PatternSet stored) {
        super(memory);
        this.stored = stored;
        this.products = new int[stored.size()];
    }

    /** Follows inner products that have been made anew. */
    abstract void followProducts();

    @Override
    final void follow(long[] from, long[] to) {
        stored.innerProducts(to, 0, products);
        followProducts();
    }

    /** E of a state with such inner products, which becomes the state. */
    public final double energy(Pattern next, int[] ofNext) {
        System.arraycopy(ofNext, 0, products, 0, products.length);
        followProducts();
        stand(next);
        return energy();
    }

    /** Whether energies are had sooner from the sum of s_i F_i, each neuron's own part included. */
    public boolean wantsInteraction() {
        return false;
    }

    /** E of a state with such a sum. */
    public double energy(long interaction) {
        throw new UnsupportedOperationException("energies come from inner products");
    }
}
