package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Local fields of weights that are never built: kept is a_mu = x_mu s, the inner product of every stored pattern and the state. */
final class DualFields extends PatternFields {
    private final Weights.Dual weights;
    private final boolean centred;
    private long sharedProduct;

    DualFields(Memory memory, Weights.Dual weights) {
        super(memory, weights.stored());
        this.weights = weights;
        this.centred = IntStream.of(weights.shared()).anyMatch(sum -> sum != 0);
    }

    @Override
    public double field(int neuron) {
        long sum = 0;
        for (int p = 0; p < products.length; p++) {
            sum += stored.isUp(p, neuron) ? products[p] : -products[p];
        }
        long shared = weights.shared()[neuron];
        long own = diagonal(neuron);
        return (double)
                ((weights.gain() * sum - shared * sharedProduct - (isUp(neuron) ? own : -own)) / weights.unit());
    }

    @Override
    void followProducts() {
        sharedProduct = centred ? IntStream.of(products).asLongStream().sum() : 0;
    }

    @Override
    void followFlip(int neuron) {
        int change = isUp(neuron) ? -2 : 2;
        for (int p = 0; p < products.length; p++) {
            products[p] += stored.isUp(p, neuron) ? change : -change;
        }
        sharedProduct += (long) change * weights.shared()[neuron];
    }

    /** Surely exact as long as 2 P (P + gain) sum_j |v_j| is at most 2^37: parts count that cancel in a weight. */
    @Override
    public double[][] fieldsOf(double[][] values) {
        double[][] fields = Stream.of(values).map(this::withoutPatterns).toArray(double[][]::new);
        double[] pattern = new double[weights.neurons()];
        for (int p = 0; p < stored.size(); p++) {
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] = stored.isUp(p, i) ? 1 : -1;
            }
            for (int k = 0; k < fields.length; k++) {
                AnalogStep.addScaled(fields[k], weights.gain() * product(pattern, values[k]), pattern);
            }
        }
        for (double[] field : fields) {
            for (int i = 0; i < field.length; i++) {
                field[i] /= weights.unit();
            }
        }
        return fields;
    }

    /** The shared part and the diagonal, which fields do not have, times the unit. */
    private double[] withoutPatterns(double[] values) {
        double product = 0;
        for (int i = 0; i < values.length; i++) {
            product += weights.shared()[i] * values[i];
        }
        double[] fields = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            fields[i] = -weights.shared()[i] * product - diagonal(i) * values[i];
        }
        return fields;
    }

    /** a b, by two sums that do not wait for each other. */
    private static double product(double[] a, double[] b) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < a.length; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return i < a.length ? even + odd + a[i] * b[i] : even + odd;
    }

    /** s^T W s = (gain sum_mu a_mu^2 - (shared s)^2 - trace) / unit: no field is needed. */
    @Override
    public double interaction() {
        long squares = 0;
        for (int product : products) {
            squares += (long) product * product;
        }
        long trace = 0;
        for (int i = 0; i < weights.neurons(); i++) {
            trace += diagonal(i);
        }
        return (double) ((weights.gain() * squares - sharedProduct * sharedProduct - trace) / weights.unit());
    }

    private long diagonal(int neuron) {
        long shared = weights.shared()[neuron];
        return (long) weights.gain() * products.length - shared * shared;
    }
}
