package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Restoration;
import hopfield.metric.Score;
import hopfield.metric.StructuralSimilarity;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternIndex;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Shape;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.kernel.NearPatterns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores the restorations of one network within one task. What is dear is computed once: the nearest stored pattern for each
 * final state, and structural similarity, of stored images, for as long as one ends in the same state, level after level.
 */
final class Scoring {
    private static final int MOST_STATES = 1 << 14;

    /** Of the states that are remembered, where they are large. */
    private static final long MOST_BYTES = 1 << 25;

    /** States and patterns from which on a search for many states together takes less time. */
    private static final int MANY = 64;

    private final PatternSet stored;
    private Optional<PatternIndex> index = Optional.empty();
    private Optional<NearPatterns> search = Optional.empty();
    private final StructuralSimilarity structural;
    private final Map<Pattern, Restoration.Nearest> nearest;
    private Pattern[] lastOriginal = {};
    private Pattern[] lastState = {};
    private double[] lastSsim = {};

    /**
     * @param stored the patterns of the network
     * @param shape the images' shape
     */
    Scoring(PatternSet stored, Shape shape) {
        this.stored = stored;
        this.nearest = lastOnes(remembered(stored.neurons()));
        this.structural = new StructuralSimilarity(shape);
    }

    /** Final states of N neurons whose nearest stored pattern is kept. */
    static int remembered(int neurons) {
        return (int) Math.max(1, Math.min(MOST_STATES, MOST_BYTES / (long) PackedBytes.ofPattern(neurons)));
    }

    private static Map<Pattern, Restoration.Nearest> lastOnes(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Pattern, Restoration.Nearest> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Scores one final state.
     *
     * @param place of the image among the task's images, from 0; where others had it before, nothing is remembered of them
     * @param isStored whether the network stores the image; structural similarity is computed for those alone, being dear
     */
    Restoration of(Image image, int place, boolean isStored, Pattern cue, Pattern restored) {
        return Restoration.of(
                image.pattern(),
                cue,
                restored,
                isStored ? ssim(image.pattern(), place, restored) : Double.NaN,
                nearest.computeIfAbsent(restored, this::findNearest));
    }

    /** Scores one recall, which the report counts. */
    ScoredRecall scored(int network, Probe.Task task, Pattern cue, RecallResult end, TaskReport report) {
        Image image = task.image();
        Restoration restoration = of(image, task.place(), task.stored(), cue, end.state());
        boolean fixedPoint = end.outcome() == Outcome.FIXED_POINT;
        report.add(
                network,
                task,
                Score.of(restoration, task.trial(), image.label(), task.stored(), fixedPoint, end.steps()));
        return new ScoredRecall(network, task, restoration, end);
    }

    /** Finds the nearest stored patterns of final states that are to be scored, those that are new, together. */
    void expect(List<RecallResult> ends) {
        if (stored.size() < MANY || ends.size() < MANY) {
            return;
        }
        Set<Pattern> fresh = new LinkedHashSet<>();
        for (RecallResult end : ends) {
            if (!nearest.containsKey(end.state())) {
                fresh.add(end.state());
            }
        }
        PatternIndex own = index.orElseGet(() -> new PatternIndex(stored));
        index = Optional.of(own);
        List<Pattern> others = new ArrayList<>();
        for (Pattern state : fresh) {
            int p = own.of(state);
            if (p >= 0) {
                nearest.put(state, found(p, state));
            } else {
                others.add(state);
            }
        }
        if (others.size() >= MANY) {
            NearPatterns near = search.orElseGet(() -> NearPatterns.nearest(stored));
            search = Optional.of(near);
            int[] found = near.nearest(Pattern.pack(others), others.size());
            for (int k = 0; k < found.length; k++) {
                nearest.put(others.get(k), found(found[k], others.get(k)));
            }
        }
    }

    private Restoration.Nearest findNearest(Pattern state) {
        return found(stored.nearest(state), state);
    }

    private Restoration.Nearest found(int p, Pattern state) {
        return new Restoration.Nearest(stored.image(p), stored.label(p), stored.agreeing(p, state), stored.pattern(p));
    }

    private double ssim(Pattern original, int place, Pattern restored) {
        if (place >= lastState.length) {
            int room = Math.max(place + 1, 2 * lastState.length);
            lastOriginal = Arrays.copyOf(lastOriginal, room);
            lastState = Arrays.copyOf(lastState, room);
            lastSsim = Arrays.copyOf(lastSsim, room);
        }
        if (!restored.equals(lastState[place]) || !original.equals(lastOriginal[place])) {
            lastSsim[place] = structural.of(original, restored);
        }
        lastOriginal[place] = original;
        lastState[place] = restored;
        return lastSsim[place];
    }
}
