package hopfield.recall.dynamics;

import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.recall.field.LaneFields;
import hopfield.recall.kernel.onednn.OneDnn;
import java.util.Set;

/**
 * Weights or patterns: the form whose step is predicted to be the shorter. Both give the same fields. Predictions are nanoseconds
 * measured at N = 784 on one core: in Java on AVX2; of native kernels on AVX-512, with AMX and without, where patterns take half as
 * long.
 *
 * @param isNative whether weights would be stepped by a native kernel
 * @param patterns P
 * @param neurons N
 */
record FormPolicy(boolean isNative, Rule rule, int patterns, int neurons) {
    /** The form of a broadcast network, which many states are stepped with. */
    Form broadcast() {
        return shorter(0);
    }

    /**
     * The form of a network that is trained inside a task and probed with its own patterns: weights cost their training and the set-up
     * of a kernel too, spread over its steps.
     *
     * <p>One neuron after the other, weights keep every field at hand, where without them a look at a neuron sums up P terms. A
     * recall then takes about N (12 P + 60) nanoseconds from patterns, N (15 P + P^2 / 4) from those of a projection, and
     * N^2 (.15 + 2.4 / P) from weights, the last term their training, spread over five recalls a pattern: measured on one core
     * at N = 784, digits with flips of 0 to .4. Weights win from about 15 patterns on.
     */
    Form inTask(Update update) {
        double n = neurons;
        double p = patterns;
        if (update == Update.SYNC || rule.forms(patterns, neurons).size() == 1) {
            return shorter(n * n * (.3 * p + 40) / stepsInTask(patterns));
        }
        double dual = n * (isProjection() ? 15 * p + .25 * p * p : 12 * p + 60);
        return dual < n * n * (.15 + 2.4 / p) ? Form.PATTERNS : Form.WEIGHTS;
    }

    /** About as many steps as a network that probes its own patterns takes, at several noise levels. */
    static double stepsInTask(int patterns) {
        return 40.0 * patterns;
    }

    private boolean isProjection() {
        return rule.equals(Rule.PROJECTION);
    }

    /** @param setUp nanoseconds that weights cost beside their steps, spread over these */
    private Form shorter(double setUp) {
        Set<Form> forms = rule.forms(patterns, neurons);
        if (forms.size() == 1) {
            return forms.iterator().next();
        }
        return byPatterns() < byWeights() + setUp ? Form.PATTERNS : Form.WEIGHTS;
    }

    private double byPatterns() {
        double p = patterns;
        double step = neurons * (.015 * p + .5) + (isProjection() ? .12 * p * p : 0);
        return isNative ? step / 2 : step;
    }

    /** Most steps of weights in Java are {@linkplain IncrementalSteps near} ones, if fields fit lanes. */
    private double byWeights() {
        double n = neurons;
        if (isNative) {
            double plane = OneDnn.hasTiles() ? .0008 : isProjection() ? .0027 : .0015;
            return n * n * plane * (isProjection() ? 2 : 1) + n * .25;
        }
        boolean near = !isProjection() && neurons <= LaneFields.MOST_NEURONS;
        return n * n * (near ? .0068 : .027) + n * .5;
    }
}
