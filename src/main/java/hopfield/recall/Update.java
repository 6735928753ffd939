package hopfield.recall;

import hopfield.memory.Memory;
import java.util.Locale;

/** Which neurons are updated at once. */
public enum Update {
    /** All, from the same state. */
    SYNC,
    /** One after the other, in an order drawn anew for each sweep. */
    ASYNC;

    /** The dynamics of one memory; the kernels say how they step or begin. */
    public Dynamics dynamics(Memory memory, Kernels kernels, int maxSteps) {
        return this == SYNC
                ? new SynchronousDynamics(memory, kernels.of(memory), maxSteps)
                : new AsynchronousDynamics(memory, kernels, maxSteps);
    }

    /** The name in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
