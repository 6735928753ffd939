package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Synchronous recall where the weights stay in place and states travel: s(t+1) = sign(W s(t) - theta), to a fixed point, a 2-cycle
 * or the step limit, as {@link Update#SYNC} does it with weights at hand. Up to so many recalls are under way at once; one that
 * has ended makes room for the next, so that every step is of many states. A state that several stand in is stepped once.
 */
public final class DistributedDynamics implements Dynamics {
    /** One step of some states, taken by whoever holds rows of C. */
    @FunctionalInterface
    public interface Step {
        /** Parts that hold every neuron once, in any order. */
        List<Successors> of(States states);
    }

    private final Memory memory;
    private final DistributedEnergy energy;
    private final DistributedSigns signs;
    private final int maxSteps;
    private final int atOnce;
    private final Step step;

    /**
     * @param memory one whose weights are in place
     * @param signs those of this memory
     * @param maxSteps steps before a recall gives up
     * @param atOnce recalls under way at once, at least 1
     */
    public DistributedDynamics(Memory memory, DistributedSigns signs, int maxSteps, int atOnce, Step step) {
        this.memory = memory;
        this.energy = new DistributedEnergy(memory, signs);
        this.signs = signs;
        this.maxSteps = maxSteps;
        this.atOnce = atOnce;
        this.step = step;
    }

    @Override
    public List<RecallResult> recall(List<Cue> cues) {
        Map<Cue, RecallResult> ends = new IdentityHashMap<>();
        recall(cues.iterator(), cue -> cue, ends::put, () -> false);
        return cues.stream().map(ends::get).toList();
    }

    /**
     * Recalls one cue after the other, as they are asked for.
     *
     * @param items what cues are made of
     * @param cue the cue of an item, not an analog one
     * @param ended is told how each item's recall ended, in the order in which they do
     * @param full while it says so, none is begun beside those under way
     */
    public <T> void recall(
            Iterator<T> items, Function<T, Cue> cue, BiConsumer<T, RecallResult> ended, BooleanSupplier full) {
        List<Walk<T>> walks = new ArrayList<>();
        do {
            while (walks.size() < atOnce && items.hasNext() && (walks.isEmpty() || !full.getAsBoolean())) {
                T item = items.next();
                walks.add(new Walk<>(item, cue.apply(item)));
            }
            if (!walks.isEmpty()) {
                advance(walks);
            }
            walks.removeIf(walk -> {
                if (walk.end != null) {
                    ended.accept(walk.item, walk.end);
                }
                return walk.end != null;
            });
        } while (!walks.isEmpty() || items.hasNext());
    }

    private <T> void advance(List<Walk<T>> walks) {
        Map<Pattern, Integer> places = new LinkedHashMap<>();
        walks.forEach(walk -> places.putIfAbsent(walk.current, places.size()));
        Successors next = Successors.join(step.of(States.of(places.keySet(), memory.neurons(), signs)), places.size());
        int words = Pattern.wordsFor(memory.neurons());
        for (Walk<T> walk : walks) {
            int place = places.get(walk.current);
            long[] successor = Arrays.copyOfRange(next.bits(), place * words, (place + 1) * words);
            walk.advance(new Pattern(memory.neurons(), successor), next.interactions()[place]);
        }
    }

    /** One recall under way. */
    private final class Walk<T> {
        private final T item;
        private final Cue cue;
        private Pattern previous;
        private long previousProducts;
        private Pattern current;
        private int steps;
        private RecallResult end;

        Walk(T item, Cue cue) {
            if (cue.analog().isPresent()) {
                throw new IllegalArgumentException("an analog cue does not travel to weights in place");
            }
            this.item = item;
            this.cue = cue;
            this.current = cue.state();
        }

        /**
         * Takes a step. At the step limit, a last state is stepped for its energy alone.
         *
         * @param products s^T C s of the state before
         */
        void advance(Pattern successor, long products) {
            if (steps == maxSteps) {
                end = new RecallResult(current, Outcome.STEP_LIMIT, steps, energy.of(current, products));
                return;
            }
            steps++;
            Pattern next = cue.hold(successor);
            if (next.equals(current)) {
                end = new RecallResult(current, Outcome.FIXED_POINT, steps, energy.of(current, products));
            } else if (next.equals(previous)) {
                end = new RecallResult(previous, Outcome.CYCLE, steps, energy.of(previous, previousProducts));
            }
            previous = current;
            previousProducts = products;
            current = next;
        }
    }

    @Override
    public void close() {}
}
