package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import java.util.List;
import java.util.Optional;

/**
 * Energies of the states where recalls end. The fields of one state follow from those of the one before it, which takes some N^2 / 2
 * sums where the two have little in common; once there have been many of that kind, those of a batch come from matrix products.
 */
final class Energies implements AutoCloseable {
    /** What the set-up of a native kernel is worth. */
    private static final int MANY = 512;

    /** Networks of which a second copy of the weights for each thread is small: 4 MB for each plane of them. */
    static final int MOST_NEURONS = 1 << 11;

    /** A fourth of all neurons, from one state to the next, take longer one after the other than a product does. */
    private static final int LEAST_SHARE = 4;

    private static final Seed NO_ORDER = new Seed(0);

    private final Memory memory;
    private final Kernels kernels;
    private final LocalFields fields;
    private final FirstFields oneByOne;
    private Optional<FirstFields> batched = Optional.empty();
    private Optional<Pattern> last = Optional.empty();
    private long computed;
    private long flips;

    /**
     * Of the states of a memory.
     *
     * @param fields its own, which move to the states
     */
    Energies(Memory memory, Kernels kernels, LocalFields fields) {
        this.memory = memory;
        this.kernels = kernels;
        this.fields = fields;
        this.oneByOne = FirstFields.oneByOne(fields);
    }

    /** E of each state, in its order. */
    double[] of(List<Pattern> states) {
        if (batched.isEmpty() && memory.neurons() <= MOST_NEURONS) {
            states.forEach(this::count);
            if (computed > MANY && flips > computed * memory.neurons() / LEAST_SHARE) {
                batched = Optional.of(kernels.first(memory, fields));
            }
        }
        double[] energies = new double[states.size()];
        int[] at = new int[1];
        batched.orElse(oneByOne)
                .enterEach(
                        states.stream().map(state -> new Cue(state, NO_ORDER)).toList(),
                        cue -> energies[at[0]++] = fields.energy());
        return energies;
    }

    private void count(Pattern state) {
        computed++;
        flips += last.map(before -> memory.neurons() - before.agreeing(state)).orElse(0);
        last = Optional.of(state);
    }

    @Override
    public void close() {
        batched.ifPresent(FirstFields::close);
    }
}
