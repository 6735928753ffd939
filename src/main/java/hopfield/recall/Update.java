package hopfield.recall;

import hopfield.BadInput;
import hopfield.memory.Memory;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which neurons are updated at once. */
public enum Update {
    /** All, from the same state. */
    SYNC,
    /** One after the other, in an order drawn anew for each sweep. */
    ASYNC;

    /** The dynamics of one memory; synchronous ones step by a kernel. */
    public Dynamics dynamics(Memory memory, Kernels kernels, int maxSteps) {
        return this == SYNC
                ? new SynchronousDynamics(memory, kernels.of(memory), maxSteps)
                : new AsynchronousDynamics(memory, maxSteps);
    }

    /** The name in options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The update of a name.
     *
     * @throws BadInput if there is none
     */
    public static Update of(String label) {
        return Arrays.stream(values())
                .filter(update -> update.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BadInput("update '" + label + "' is not known; expected one of "
                        + Arrays.stream(values()).map(Update::label).collect(Collectors.joining(", "))));
    }
}
