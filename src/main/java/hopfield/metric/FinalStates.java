package hopfield.metric;

import java.io.Serializable;
import java.util.List;

/**
 * How many restorations became what.
 *
 * @param counts one for each {@link FinalState}, in its order
 */
public record FinalStates(List<Long> counts) implements Serializable {
    public FinalStates {
        counts = List.copyOf(counts);
        if (counts.size() != FinalState.values().length || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "final states need " + FinalState.values().length + " counts of at least 0, were " + counts);
        }
    }

    /** Restorations that became this. */
    public long count(FinalState state) {
        return counts.get(state.ordinal());
    }

    /** Restorations in all. */
    public long total() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
