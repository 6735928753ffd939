package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;
import java.util.Arrays;

/** Local fields of X^T B X: kept is c = B X s. Sums may wrap around 2^64 on their way to a field, which fits an int. */
final class ProjectorFields extends PatternFields {
    /** Analog values are multiples of 2^-16. */
    private static final int FRACTION = 16;

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
        long own = weights.diagonal()[neuron];
        return sum - (isUp(neuron) ? own : -own);
    }

    @Override
    void follow(long[] from, long[] to) {
        int[] ofState = new int[products.length];
        stored.innerProducts(to, 0, ofState);
        follow(ofState);
    }

    @Override
    void follow(int[] ofState) {
        System.arraycopy(ofState, 0, products, 0, products.length);
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

    /** In multiples of 2^-16, whose sums wrap around 2^64 like those of whole states and end below 2^63. */
    @Override
    double[][] fieldsOf(double[][] values) {
        double[][] fields = new double[values.length][];
        for (int k = 0; k < values.length; k++) {
            long[] units = Arrays.stream(values[k])
                    .mapToLong(value -> (long) Math.scalb(value, FRACTION))
                    .toArray();
            long[] own = coefficientsOf(units);
            fields[k] = new double[units.length];
            for (int i = 0; i < units.length; i++) {
                long sum = -weights.diagonal()[i] * units[i];
                for (int mu = 0; mu < own.length; mu++) {
                    sum += stored.isUp(mu, i) ? own[mu] : -own[mu];
                }
                fields[k][i] = Math.scalb((double) sum, -FRACTION);
            }
        }
        return fields;
    }

    /** B X v. */
    private long[] coefficientsOf(long[] values) {
        long[] own = new long[stored.size()];
        for (int mu = 0; mu < own.length; mu++) {
            long product = 0;
            for (int i = 0; i < values.length; i++) {
                product += stored.isUp(mu, i) ? values[i] : -values[i];
            }
            for (int nu = 0; nu < own.length; nu++) {
                own[nu] += product * weights.inverse()[mu][nu];
            }
        }
        return own;
    }

    /** s^T W s = a^T c - trace: no field is needed. */
    @Override
    double interaction() {
        long sum = 0;
        for (int mu = 0; mu < products.length; mu++) {
            sum += products[mu] * coefficients[mu];
        }
        for (long own : weights.diagonal()) {
            sum -= own;
        }
        return sum;
    }

    /** Where fields fit an int: the sum of s_i (X^T B X s)_i then takes less than c. */
    @Override
    boolean wantsInteraction() {
        return weights.fitsInt();
    }

    @Override
    double energy(long sum) {
        long interaction = sum;
        for (long own : weights.diagonal()) {
            interaction -= own;
        }
        return energyOf(interaction);
    }

    private void add(long factor, long[] row) {
        for (int nu = 0; nu < coefficients.length; nu++) {
            coefficients[nu] += factor * row[nu];
        }
    }
}
