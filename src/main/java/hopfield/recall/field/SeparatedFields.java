package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.memory.Weights;

/** Local fields of a memory without weights: kept are the similarities a = X s, and c(a) until a neuron flips. */
final class SeparatedFields extends PatternFields {
    private final Weights.Separated weights;
    private final int[] flipped;
    private final long[] coefficients;
    private boolean stale;

    SeparatedFields(Memory memory, Weights.Separated weights) {
        super(memory, weights.stored());
        this.weights = weights;
        this.flipped = new int[stored.size()];
        this.coefficients = new long[stored.size()];
    }

    /** F_i = sum_mu x_mu,i c_mu: the sign, and zero, are exact. */
    @Override
    public double field(int neuron) {
        if (stale) {
            weights.separation().coefficients(products, coefficients);
            stale = false;
        }
        return projection(coefficients, neuron);
    }

    @Override
    void followProducts() {
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

    /** Of the similarities a = X v as they are, exact sums of multiples of 2^-16 up to 2^27 neurons. */
    @Override
    public double[][] fieldsOf(double[][] values) {
        double[][] fields = new double[values.length][];
        double[] similarities = new double[products.length];
        long[] own = new long[products.length];
        for (int k = 0; k < values.length; k++) {
            for (int mu = 0; mu < own.length; mu++) {
                similarities[mu] = similarity(mu, values[k]);
            }
            weights.separation().coefficients(similarities, own);
            fields[k] = new double[values[k].length];
            for (int i = 0; i < fields[k].length; i++) {
                fields[k][i] = projection(own, i);
            }
        }
        return fields;
    }

    private double similarity(int mu, double[] values) {
        double product = 0;
        for (int i = 0; i < values.length; i++) {
            product += stored.isUp(mu, i) ? values[i] : -values[i];
        }
        return product;
    }

    private long projection(long[] own, int neuron) {
        long sum = 0;
        for (int mu = 0; mu < own.length; mu++) {
            sum += stored.isUp(mu, neuron) ? own[mu] : -own[mu];
        }
        return sum;
    }

    /** The energies of both states, as no field is the slope between them. */
    @Override
    public double energyGap(int neuron) {
        int change = isUp(neuron) ? -2 : 2;
        for (int mu = 0; mu < products.length; mu++) {
            flipped[mu] = products[mu] + (stored.isUp(mu, neuron) ? change : -change);
        }
        double gap = weights.separation().energy(flipped) - weights.separation().energy(products);
        return isUp(neuron) ? gap : -gap;
    }

    @Override
    public double energy() {
        return weights.separation().energy(products);
    }
}
