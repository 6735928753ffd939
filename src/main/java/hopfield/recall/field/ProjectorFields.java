package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import java.util.Arrays;

/** Local fields of X^T B X: kept is c = B X s. Sums may wrap around 2^64 on their way to a field, which is at most 2^53. */
final class ProjectorFields extends PatternFields {
    /** Analog values are multiples of 2^-16. */
    private static final int FRACTION = 16;

    private final Weights.Projector weights;
    private final long[] coefficients;
    private final long trace;

    ProjectorFields(Memory memory, Weights.Projector weights) {
        super(memory, weights.stored());
        this.weights = weights;
        this.coefficients = new long[stored.size()];
        this.trace = Arrays.stream(weights.diagonal()).sum();
    }

    @Override
    public double field(int neuron) {
        long sum = 0;
        for (int mu = 0; mu < coefficients.length; mu++) {
            sum += stored.isUp(mu, neuron) ? coefficients[mu] : -coefficients[mu];
        }
        long own = weights.diagonal()[neuron];
        return sum - (isUp(neuron) ? own : -own);
    }

    @Override
    void followProducts() {
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

    /**
     * Where fields fit an int, in multiples of 2^-16, whose sums wrap around 2^64 like those of whole states and end below 2^63; else in
     * doubles.
     */
    @Override
    public double[][] fieldsOf(double[][] values) {
        return Arrays.stream(values)
                .map(v -> weights.fitsInt() ? exactFields(v) : roundedFields(v))
                .toArray(double[][]::new);
    }

    private double[] exactFields(double[] values) {
        long[] units = Arrays.stream(values)
                .mapToLong(value -> (long) Math.scalb(value, FRACTION))
                .toArray();
        long[] own = new long[products.length];
        for (int mu = 0; mu < own.length; mu++) {
            long product = 0;
            for (int i = 0; i < units.length; i++) {
                product += stored.isUp(mu, i) ? units[i] : -units[i];
            }
            for (int nu = 0; nu < own.length; nu++) {
                own[nu] += product * weights.inverse()[mu][nu];
            }
        }
        double[] fields = new double[units.length];
        for (int i = 0; i < fields.length; i++) {
            long sum = -weights.diagonal()[i] * units[i];
            for (int mu = 0; mu < own.length; mu++) {
                sum += stored.isUp(mu, i) ? own[mu] : -own[mu];
            }
            fields[i] = Math.scalb((double) sum, -FRACTION);
        }
        return fields;
    }

    private double[] roundedFields(double[] values) {
        double[] own = new double[products.length];
        for (int mu = 0; mu < own.length; mu++) {
            double product = 0;
            for (int i = 0; i < values.length; i++) {
                product += stored.isUp(mu, i) ? values[i] : -values[i];
            }
            for (int nu = 0; nu < own.length; nu++) {
                own[nu] += product * weights.inverse()[mu][nu];
            }
        }
        double[] fields = new double[values.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = -weights.diagonal()[i] * values[i];
            for (int mu = 0; mu < own.length; mu++) {
                fields[i] += stored.isUp(mu, i) ? own[mu] : -own[mu];
            }
        }
        return fields;
    }

    /** s^T W s = a^T c - trace: no field is needed. */
    @Override
    public double interaction() {
        long sum = -trace;
        for (int mu = 0; mu < products.length; mu++) {
            sum += products[mu] * coefficients[mu];
        }
        return sum;
    }

    /** Where fields fit an int: the sum of s_i (X^T B X s)_i then takes less than c. */
    @Override
    public boolean wantsInteraction() {
        return weights.fitsInt();
    }

    @Override
    public double energy(long interaction) {
        return energyOf(interaction - trace);
    }

    private void add(long factor, long[] row) {
        for (int nu = 0; nu < coefficients.length; nu++) {
            coefficients[nu] += factor * row[nu];
        }
    }
}
