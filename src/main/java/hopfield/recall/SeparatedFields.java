package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;

/** Local fields of a memory without weights: kept are the similarities a = X s, and c(a) until a neuron flips. */
final class SeparatedFields extends LocalFields {
    private final Weights.Separated weights;
    private final PatternSet stored;
    private final int[] products;
    private final long[] coefficients;
    private boolean stale;

    SeparatedFields(Memory memory, Weights.Separated weights) {
        super(memory);
        this.weights = weights;
        this.stored = weights.stored();
        this.products = new int[stored.size()];
        this.coefficients = new long[stored.size()];
    }

    /** F_i = sum_mu x_mu,i c_mu: the sign, and zero, are exact. */
    @Override
    double field(int neuron) {
        if (stale) {
            weights.separation().coefficients(products, coefficients);
            stale = false;
        }
        long sum = 0;
        for (int mu = 0; mu < coefficients.length; mu++) {
            sum += stored.isUp(mu, neuron) ? coefficients[mu] : -coefficients[mu];
        }
        return sum;
    }

    @Override
    void follow(long[] from, long[] to) {
        stored.innerProducts(to, 0, products);
        stale = true;
    }

    @Override
    void followFlip(int neuron) {
        int change = isUp(neuron) ? -2 : 2;
        for (int mu = 0; mu < products.length; mu++) {
            products[mu] += stored.isUp(mu, neuron) ? change : -change;
        }
        stale = true;
    }

    @Override
    double energy() {
        return weights.separation().energy(products);
    }
}
