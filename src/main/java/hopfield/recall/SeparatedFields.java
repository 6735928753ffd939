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

    /** The similarities of a real-valued state are rounded to the nearest that a state can have: -N, -N + 2, ..., N. */
    @Override
    double[][] fieldsOf(double[][] values) {
        double[][] fields = new double[values.length][];
        for (int k = 0; k < values.length; k++) {
            int[] similarities = new int[stored.size()];
            long[] own = new long[stored.size()];
            for (int mu = 0; mu < similarities.length; mu++) {
                similarities[mu] = similarity(mu, values[k]);
            }
            weights.separation().coefficients(similarities, own);
            fields[k] = new double[values[k].length];
            for (int i = 0; i < fields[k].length; i++) {
                long sum = 0;
                for (int mu = 0; mu < own.length; mu++) {
                    sum += stored.isUp(mu, i) ? own[mu] : -own[mu];
                }
                fields[k][i] = sum;
            }
        }
        return fields;
    }

    private int similarity(int mu, double[] values) {
        int neurons = values.length;
        double product = 0;
        for (int i = 0; i < neurons; i++) {
            product += stored.isUp(mu, i) ? values[i] : -values[i];
        }
        int above = (int) Math.rint((product + neurons) / 2);
        return 2 * Math.max(0, Math.min(neurons, above)) - neurons;
    }

    @Override
    double energy() {
        return weights.separation().energy(products);
    }
}
