package hopfield.recall;

import java.util.Locale;

/** How a recall ended. */
public enum Outcome {
    /** The last step changed nothing. */
    FIXED_POINT,
    /** The last step led back to the state before the last: a 2-cycle, which only synchronous updates have. */
    CYCLE,
    /** The step limit came first: at a temperature above 0, always. */
    STEP_LIMIT;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in tables. */
    public String label() {
        return label;
    }
}
