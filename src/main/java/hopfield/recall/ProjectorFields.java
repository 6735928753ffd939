package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;
import java.util.Arrays;

/** Local fields of X^T B X: kept is c = B X s. Sums may wrap around 2^64 on their way to a field, which fits an int. */
final class ProjectorFields extends LocalFields {
    private final Weights.Projector weights;
    private final PatternSet stored;
    private final int[] products;
    private final long[] coefficients;

    ProjectorFields(Memory memory, Weights.Projector weights) {
        super(memory);
        this.weights = weights;
        this.stored = weights.stored();
        this.products = new int[stored.size()];
        this.coefficients = new long[stored.size()];
    }

    @Override
    double field(int neuron) {
        long sum = 0;
        for (int mu = 0; mu < coefficients.length; mu++) {
            sum += stored.isUp(mu, neuron) ? coefficients[mu] : -coefficients[mu];
        }
        int own = weights.diagonal()[neuron];
        return sum - (isUp(neuron) ? own : -own);
    }

    @Override
    void follow(long[] from, long[] to) {
        stored.innerProducts(to, 0, products);
        Arrays.fill(coefficients, 0);
        for (int mu = 0; mu < products.length; mu++) {
            add(products[mu], weights.inverse()[mu]);
        }
    }

    @Override
    void followFlip(int neuron) {
        int change = isUp(neuron) ? -2 : 2;
        for (int mu = 0; mu < products.length; mu++) {
            int up = stored.isUp(mu, neuron) ? change : -change;
            products[mu] += up;
            add(up, weights.inverse()[mu]);
        }
    }

    /** s^T W s = a^T c - trace: no field is needed. */
    @Override
    double interaction() {
        long sum = 0;
        for (int mu = 0; mu < products.length; mu++) {
            sum += products[mu] * coefficients[mu];
        }
        for (int own : weights.diagonal()) {
            sum -= own;
        }
        return sum;
    }

    private void add(long factor, long[] row) {
        for (int nu = 0; nu < coefficients.length; nu++) {
            coefficients[nu] += factor * row[nu];
        }
    }
}
