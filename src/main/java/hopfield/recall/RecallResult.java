package hopfield.recall;

import hopfield.pattern.Pattern;
import java.io.Serializable;

/**
 * The end of one recall.
 *
 * @param state the state it ended in
 * @param outcome why it ended
 * @param steps synchronous steps or asynchronous sweeps, the one that confirmed a fixed point included
 * @param energy E of that state, in the rule's own unit: -1/2 s^T W s + theta^T s where there are weights
 */
public record RecallResult(Pattern state, Outcome outcome, int steps, double energy) implements Serializable {}
