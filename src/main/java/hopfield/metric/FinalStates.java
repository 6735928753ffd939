package hopfield.metric;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * How many restorations became what.
 *
 * @param counts one for each {@link FinalState}, in its order
 * @param effective for each of them, how many independent restorations tell as much of its share; the total, if they are independent
 */
public record FinalStates(List<Long> counts, List<Double> effective) implements Serializable {
    public FinalStates {
        counts = List.copyOf(counts);
        effective = List.copyOf(effective);
        if (counts.size() != FinalState.values().length || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "final states need " + FinalState.values().length + " counts of at least 0, were " + counts);
        }
        if (effective.size() != counts.size()) {
            throw new IllegalArgumentException(
                    "final states need an effective number for each of " + counts + ", were " + effective);
        }
    }

    /** Of independent restorations. */
    public FinalStates(List<Long> counts) {
        this(counts, Collections.nCopies(counts.size(), (double) sum(counts)));
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** Restorations that became this. */
    public long count(FinalState state) {
        return counts.get(state.ordinal());
    }

    /** The share of restorations that became this. */
    public Rate share(FinalState state) {
        return new Rate(count(state), total(), effective.get(state.ordinal()));
    }

    /** Restorations in all. */
    public long total() {
        return sum(counts);
    }
}
