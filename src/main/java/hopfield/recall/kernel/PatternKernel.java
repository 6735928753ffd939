package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.field.PatternFields;
import java.util.List;

/**
 * The kernel of memories that keep their patterns: {@linkplain Overlaps overlaps} of a batch of states with all patterns, {@linkplain
 * Coefficients coefficients} of them, and their {@linkplain Combination combination} into fields. Rounded sums decide every neuron
 * whose field is farther from its bound than rounding reaches; the few others are summed up exactly.
 */
public final class PatternKernel implements Kernel {
    private final PatternSet stored;
    private final int words;
    private final Coefficients coefficients;
    private final BatchProducts products;
    private final Combination sums;
    private final LaneSigns surelyUp;
    private final LaneSigns surelyDown;
    private final LaneInteractions interactions;
    private final StateLanes lanes;
    private final int capacity;
    private int[][] rounded = {};
    private int[][] next = {};
    private int[][] least = {};
    private final long[] exact;

    public PatternKernel(Memory memory, PatternSet stored) {
        this.stored = stored;
        this.words = Pattern.wordsFor(stored.neurons());
        this.coefficients = Coefficients.of(memory);
        this.products = new BatchProducts(stored);
        this.sums = new Combination(stored);
        this.surelyUp = coefficients.surelyUp();
        this.surelyDown = coefficients.surelyDown();
        this.interactions = new LaneInteractions(stored.neurons());
        this.lanes = products.lanes();
        this.capacity = StateLanes.capacity(stored.size());
        this.exact = new long[stored.size()];
    }

    @Override
    public void step(long[] states, int count, long[] successors) {
        for (int first = 0; first < count; first += capacity) {
            compare(states, first, Math.min(capacity, count - first));
            for (int chunk = 0; chunk < lanes.chunks(); chunk++) {
                step(chunk);
                lanes.store(chunk, next, successors);
            }
        }
    }

    private void compare(long[] states, int first, int count) {
        products.load(states, first, count);
        rounded = StateLanes.rows(rounded, stored.size(), lanes.lanes());
        next = StateLanes.rows(next, 2 * words, lanes.lanes());
        least = StateLanes.rows(least, coefficients.areExact() ? 0 : 2 * words, lanes.lanes());
    }

    private void step(int chunk) {
        coefficients.round(products.of(chunk), lanes.lanes(), rounded);
        for (int block = 0; block < sums.blocks(); block++) {
            sums.of(block, rounded, lanes.lanes());
            surelyUp.next(sums, block, lanes.lanes(), lanes.chunk(chunk), next);
            if (!coefficients.areExact()) {
                surelyDown.next(sums, block, lanes.lanes(), lanes.chunk(chunk), least);
            }
        }
        for (int lane = 0; lane < lanes.count(chunk) && !coefficients.areExact(); lane++) {
            refine(chunk, lane);
        }
    }

    /** Decides what is surely neither up nor down: by finer sums, and by exact ones what those leave. */
    private void refine(int chunk, int lane) {
        boolean entered = false;
        for (int w = 0; w < next.length; w++) {
            for (int open = next[w][lane] ^ least[w][lane]; open != 0; open &= open - 1) {
                int bit = Integer.numberOfTrailingZeros(open);
                int neuron = w * Integer.SIZE + bit;
                boolean isUp = (lanes.chunk(chunk)[w][lane] >>> bit & 1) != 0;
                int finer = coefficients.finer(stored, neuron, isUp, lane);
                if (finer == 0 && !entered) {
                    enter(chunk, lane);
                    entered = true;
                }
                if (finer > 0 || finer == 0 && coefficients.goesUp(neuron, sum(neuron), isUp)) {
                    next[w][lane] |= 1 << bit;
                }
            }
        }
    }

    private void enter(int chunk, int lane) {
        coefficients.exact(products.of(chunk, lane), exact);
    }

    private long sum(int neuron) {
        long sum = 0;
        for (int p = 0; p < exact.length; p++) {
            sum += stored.isUp(p, neuron) ? exact[p] : -exact[p];
        }
        return sum;
    }

    /**
     * E of some states.
     *
     * @param packed their words
     * @param fields of the same memory
     */
    public double[] energies(long[] packed, List<Pattern> states, PatternFields fields) {
        double[] energies = new double[states.size()];
        for (int first = 0; first < energies.length; first += capacity) {
            compare(packed, first, Math.min(capacity, energies.length - first));
            for (int chunk = 0; chunk < lanes.chunks(); chunk++) {
                int start = first + chunk * lanes.lanes();
                if (fields.wantsInteraction()) {
                    interact(chunk);
                }
                for (int lane = 0; lane < lanes.count(chunk); lane++) {
                    energies[start + lane] = fields.wantsInteraction()
                            ? fields.energy(interactions.get(lane))
                            : fields.energy(states.get(start + lane), products.of(chunk, lane));
                }
            }
        }
        return energies;
    }

    private void interact(int chunk) {
        coefficients.round(products.of(chunk), lanes.lanes(), rounded);
        interactions.clear(lanes.lanes());
        for (int block = 0; block < sums.blocks(); block++) {
            sums.of(block, rounded, lanes.lanes());
            interactions.add(sums, block, lanes.lanes(), lanes.chunk(chunk));
        }
    }

    @Override
    public String name() {
        return "java patterns";
    }

    @Override
    public void close() {}
}
