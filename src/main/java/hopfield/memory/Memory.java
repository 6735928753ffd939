package hopfield.memory;

import java.io.Serializable;

/**
 * A trained network, ready to be broadcast. Neuron i follows the sign of F_i - theta_i, with F = W s in whole numbers: scaling
 * a local field by a positive number never changes its sign, so nothing is divided and every sign is exact. At
 * F_i = theta_i it keeps its state. {@link Weights.Separated} has fields of its own, whole numbers as well.
 *
 * @param rule the rule it learned by
 * @param patterns P, patterns stored
 * @param weights W, or what stands for it
 * @param threshold theta, N entries: a whole number only where the exact threshold is one
 * @param scale what turns whole-number fields into the rule's own unit: h = scale (F - theta), above 0; 1
 *     where a field's unit changes from state to state
 */
public record Memory(Rule rule, int patterns, Weights weights, double[] threshold, double scale)
        implements Serializable {
    public Memory {
        if (threshold.length != weights.neurons() || !(scale > 0)) {
            throw new IllegalArgumentException("a memory of " + weights.neurons() + " neurons has " + threshold.length
                    + " thresholds and scale " + scale);
        }
    }

    /** N. */
    public int neurons() {
        return threshold.length;
    }
}
