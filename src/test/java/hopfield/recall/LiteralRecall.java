package hopfield.recall;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.AnalogPattern;
import hopfield.pattern.Pattern;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Synchronous recall written down as it is defined, on whole 32-bit weights. */
final class LiteralRecall {
    private LiteralRecall() {}

    /** State, outcome and steps of a recall; its energy is left out. */
    static Recalled of(Memory memory, Cue cue, int maxSteps) {
        Pattern previous = null;
        Pattern current = cue.state();
        for (int step = 1; ; step++) {
            boolean analog = step == 1 && cue.analog().isPresent();
            Pattern next = analog ? step(memory, cue.analog().get(), current) : step(memory, current, cue);
            if (!analog && next.equals(current)) {
                return new Recalled(current, Outcome.FIXED_POINT, step, 0);
            }
            if (next.equals(previous)) {
                return new Recalled(next, Outcome.CYCLE, step, 0);
            }
            if (step == maxSteps) {
                return new Recalled(next, Outcome.STEP_LIMIT, step, 0);
            }
            previous = analog ? null : current;
            current = next;
        }
    }

    private static Pattern step(Memory memory, Pattern state, Cue cue) {
        return pattern(memory.neurons(), i -> {
            if (cue.known().isPresent() && cue.known().get().isUp(i)) {
                return state.isUp(i);
            }
            double field = 0;
            for (int j = 0; j < memory.neurons(); j++) {
                field += state.isUp(j) ? weight(memory, i, j) : -weight(memory, i, j);
            }
            return isUp(field - memory.threshold()[i], state.isUp(i));
        });
    }

    private static Pattern step(Memory memory, AnalogPattern from, Pattern signs) {
        return pattern(memory.neurons(), i -> {
            double field = 0;
            for (int j = 0; j < memory.neurons(); j++) {
                field += weight(memory, i, j) * from.values()[j];
            }
            return isUp(field - memory.threshold()[i], signs.isUp(i));
        });
    }

    private static boolean isUp(double field, boolean before) {
        return field > 0 || field == 0 && before;
    }

    private static int weight(Memory memory, int i, int j) {
        return ((Weights.Narrow) memory.weights()).rows()[i][j];
    }

    private static Pattern pattern(int neurons, IntPredicate up) {
        boolean[] bits = new boolean[neurons];
        IntStream.range(0, neurons).forEach(i -> bits[i] = up.test(i));
        return Pattern.of(bits);
    }
}
