package hopfield.recall;

import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The baseline, which answers with the stored pattern nearest to the cue. Of a clamped cue it compares the known neurons alone: the
 * first step gives the others the values of the pattern that agrees with most of the known ones. That is a fixed point, as no
 * pattern is nearer to it: the one it was taken from loses nothing at the known neurons and agrees with all others.
 */
final class NearestDynamics implements Dynamics {
    private final PatternSet stored;
    private final Dynamics following;
    private final int maxSteps;

    /** @param following what recalls cues that are not clamped, and goes on where a first step led; closed with this */
    NearestDynamics(PatternSet stored, Dynamics following, int maxSteps) {
        this.stored = stored;
        this.following = following;
        this.maxSteps = maxSteps;
    }

    @Override
    public List<Recalled> recall(List<Cue> cues) {
        List<Cue> completed = cues.stream().map(this::completed).toList();
        List<Recalled> ends = new ArrayList<>(following.recall(completed));
        for (int c = 0; c < ends.size(); c++) {
            if (!completed.get(c).state().equals(cues.get(c).state())) {
                ends.set(c, oneStepOn(ends.get(c)));
            }
        }
        return ends;
    }

    private Cue completed(Cue cue) {
        if (cue.known().isEmpty()) {
            return cue;
        }
        long[] known = cue.known().get().words();
        long[] held = cue.state().words();
        long[] words =
                stored.pattern(stored.nearest(cue.state(), cue.known().get())).words();
        long[] state = new long[words.length];
        for (int w = 0; w < state.length; w++) {
            state[w] = words[w] & ~known[w] | held[w] & known[w];
        }
        return new Cue(new Pattern(stored.neurons(), state), cue.order(), cue.known(), cue.analog());
    }

    private Recalled oneStepOn(Recalled end) {
        return end.steps() < maxSteps
                ? new Recalled(end.state(), end.outcome(), end.steps() + 1, end.energy())
                : new Recalled(end.state(), Outcome.STEP_LIMIT, maxSteps, end.energy());
    }

    @Override
    public void close() {
        following.close();
    }
}
