package hopfield.recall.field;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;

/**
 * Local fields kept by weight rows. What is kept is U_i = sum of W_ij over the neurons j that are up, so that F = 2 U - R with the
 * row sums R: a state is entered by adding the weight rows of its fewer side, and moving to a state that differs in k neurons
 * costs k rows, not N.
 */
abstract class RowFields extends LocalFields {
    private final int neurons;
    private boolean entered;

    RowFields(Memory memory) {
        super(memory);
        this.neurons = memory.neurons();
    }

    /** U = 0, the fields of the state that has no neuron up. */
    abstract void setAllDown();

    /** U = R, the fields of the state that has every neuron up. */
    abstract void setAllUp();

    /** Adds the weight rows of the neurons whose bits are set. */
    abstract void addRows(long[] neurons);

    /** Takes away the weight rows of the neurons whose bits are set. */
    abstract void subtractRows(long[] neurons);

    /** Follows some neurons up and others down. */
    void move(long[] risen, long[] fallen) {
        addRows(risen);
        subtractRows(fallen);
    }

    /** Adds the weight row of one neuron. */
    abstract void addRow(int neuron);

    /** Takes away the weight row of one neuron. */
    abstract void subtractRow(int neuron);

    /**
     * A weight row in doubles.
     *
     * @param scratch N entries that may be taken for it. Modified then.
     */
    abstract double[] realRow(int neuron, double[] scratch);

    @Override
    public final double[][] fieldsOf(double[][] values) {
        double[][] fields = new double[values.length][neurons];
        double[] scratch = new double[neurons];
        for (int j = 0; j < neurons; j++) {
            double[] row = realRow(j, scratch);
            for (int k = 0; k < values.length; k++) {
                AnalogStep.addScaled(fields[k], values[k][j], row);
            }
        }
        return fields;
    }

    @Override
    final void follow(long[] from, long[] to) {
        long[] risen = new long[to.length];
        long[] fallen = new long[to.length];
        int moved = 0;
        int foreground = 0;
        for (int w = 0; w < to.length; w++) {
            risen[w] = to[w] & ~from[w];
            fallen[w] = from[w] & ~to[w];
            moved += Long.bitCount(from[w] ^ to[w]);
            foreground += Long.bitCount(to[w]);
        }
        if (entered && moved <= Math.min(foreground, neurons - foreground)) {
            move(risen, fallen);
        } else if (2 * foreground <= neurons) {
            setAllDown();
            addRows(to);
        } else {
            setAllUp();
            subtractRows(new Pattern(neurons, to).inverse().words());
        }
        entered = true;
    }

    /** Makes a pattern the state whose fields have been entered. */
    final void entered(Pattern next) {
        entered = true;
        stand(next);
    }

    @Override
    final void followFlip(int neuron) {
        if (isUp(neuron)) {
            subtractRow(neuron);
        } else {
            addRow(neuron);
        }
    }
}
