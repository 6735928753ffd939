package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.recall.Dynamics;
import java.util.Locale;

/** Which neurons are updated at once. */
public enum Update {
    /** All, from the same state. */
    SYNC,
    /** One after the other, in an order drawn anew for each sweep. */
    ASYNC;

    /** The dynamics of one memory at temperature 0; the kernels say how they step or begin. */
    public Dynamics dynamics(Memory memory, KernelPolicy kernels, int maxSteps) {
        return dynamics(memory, kernels, maxSteps, 0);
    }

    /**
     * The dynamics of one memory; the kernels say how they step or begin.
     *
     * @param temperature T, finite, 0 or more; above 0, one neuron after the other is put into a heat bath
     * @throws IllegalArgumentException if it is not, or if it is above 0 and all neurons are updated at once
     */
    public Dynamics dynamics(Memory memory, KernelPolicy kernels, int maxSteps, double temperature) {
        if (!(temperature >= 0) || Double.isInfinite(temperature) || temperature > 0 && this == SYNC) {
            throw new IllegalArgumentException(label() + " updates have no temperature of " + temperature);
        }
        if (temperature > 0) {
            return new GlauberDynamics(memory, kernels, maxSteps, temperature);
        }
        if (memory.rule().equals(Rule.NEAREST)) {
            return new NearestDynamics(memory, maxSteps);
        }
        return this == SYNC
                ? new SynchronousDynamics(memory, kernels, maxSteps)
                : new AsynchronousDynamics(memory, kernels, maxSteps);
    }

    /** The name in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
