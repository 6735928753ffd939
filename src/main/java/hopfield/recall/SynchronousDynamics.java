package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;

/**
 * All neurons at once: s(t+1) = sign(W s(t) - theta), which for symmetric weights ends in a fixed point or a 2-cycle (Goles
 * 1985).
 */
final class SynchronousDynamics implements Dynamics {
    private final int maxSteps;
    private final LocalFields fields;

    SynchronousDynamics(Memory memory, int maxSteps) {
        this.maxSteps = maxSteps;
        this.fields = LocalFields.of(memory);
    }

    @Override
    public Recalled recall(Cue cue) {
        Pattern previous = null;
        Pattern current = cue.state();
        fields.enter(current);
        for (int step = 1; ; step++) {
            Pattern next = fields.successor();
            if (next.equals(current)) {
                return new Recalled(current, Outcome.FIXED_POINT, step, fields.energy());
            }
            fields.moveTo(next);
            if (next.equals(previous)) {
                return new Recalled(next, Outcome.CYCLE, step, fields.energy());
            }
            if (step == maxSteps) {
                return new Recalled(next, Outcome.STEP_LIMIT, step, fields.energy());
            }
            previous = current;
            current = next;
        }
    }
}
