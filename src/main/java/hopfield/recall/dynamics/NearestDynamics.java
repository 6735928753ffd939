package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.field.AnalogStep;
import hopfield.recall.field.LocalFields;
import hopfield.recall.kernel.NearPatterns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The baseline: the stored pattern nearest to the cue, in one step, whichever neurons are updated at once. Of a clamped cue the known
 * neurons alone are compared; the others take the values of the pattern that agrees with most of them. No stored pattern is nearer to
 * the answer than the one it was taken from, so it is a fixed point, and the step that would confirm it is counted but not taken.
 */
final class NearestDynamics implements Dynamics {
    private final LocalFields fields;
    private final PatternSet stored;
    private final NearPatterns near;
    private final int maxSteps;

    NearestDynamics(Memory memory, int maxSteps) {
        this.fields = LocalFields.of(memory);
        this.stored = ((Weights.Separated) memory.weights()).stored();
        this.near = NearPatterns.nearest(stored);
        this.maxSteps = maxSteps;
    }

    @Override
    public List<RecallResult> recall(List<Cue> cues) {
        if (maxSteps == 0) {
            return cues.stream().map(this::asItIs).toList();
        }
        Iterator<Pattern> stepped = AnalogStep.successors(
                        fields, only(cues, cue -> cue.analog().isPresent()))
                .iterator();
        Iterator<Pattern> nearest =
                nearest(only(cues, NearestDynamics::isPlain)).iterator();
        List<RecallResult> ends = new ArrayList<>(cues.size());
        for (Cue cue : cues) {
            if (cue.analog().isPresent()) {
                ends.add(end(stepped.next(), 2, -stored.neurons()));
            } else if (isPlain(cue)) {
                Pattern answer = nearest.next();
                ends.add(end(answer, answer.equals(cue.state()) ? 1 : 2, -stored.neurons()));
            } else {
                Pattern answer = completed(cue);
                fields.moveTo(answer);
                ends.add(end(answer, answer.equals(cue.state()) ? 1 : 2, fields.energy()));
            }
        }
        return ends;
    }

    private RecallResult asItIs(Cue cue) {
        fields.moveTo(cue.state());
        return new RecallResult(cue.state(), Outcome.STEP_LIMIT, 0, fields.energy());
    }

    private static boolean isPlain(Cue cue) {
        return cue.known().isEmpty() && cue.analog().isEmpty();
    }

    private static List<Cue> only(List<Cue> cues, Predicate<Cue> kind) {
        return cues.stream().filter(kind).toList();
    }

    private List<Pattern> nearest(List<Cue> cues) {
        long[] states = Pattern.pack(cues.stream().map(Cue::state).toList());
        List<Pattern> patterns = new ArrayList<>(cues.size());
        for (int p : near.nearest(states, cues.size())) {
            patterns.add(stored.pattern(p));
        }
        return patterns;
    }

    private Pattern completed(Cue cue) {
        return cue.hold(stored.pattern(stored.nearest(cue.state(), cue.known().orElseThrow())));
    }

    /** @param steps that it takes to get there and to confirm it */
    private RecallResult end(Pattern answer, int steps, double energy) {
        return steps <= maxSteps
                ? new RecallResult(answer, Outcome.FIXED_POINT, steps, energy)
                : new RecallResult(answer, Outcome.STEP_LIMIT, maxSteps, energy);
    }

    @Override
    public void close() {}
}
