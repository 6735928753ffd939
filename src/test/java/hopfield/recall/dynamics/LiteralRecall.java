package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.memory.Weights;
import hopfield.pattern.AnalogPattern;
import hopfield.pattern.Pattern;
import hopfield.recall.Cue;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Recall written down as it is defined, on whole 32-bit weights. */
final class LiteralRecall {
    private LiteralRecall() {}

    /** State, outcome and steps of a synchronous recall; its energy is left out. */
    static RecallResult of(Memory memory, Cue cue, int maxSteps) {
        Pattern previous = null;
        Pattern current = cue.state();
        for (int step = 1; ; step++) {
            boolean analog = step == 1 && cue.analog().isPresent();
            Pattern next = analog ? step(memory, cue.analog().get(), current) : step(memory, current, cue);
            if (!analog && next.equals(current)) {
                return new RecallResult(current, Outcome.FIXED_POINT, step, 0);
            }
            if (next.equals(previous)) {
                return new RecallResult(next, Outcome.CYCLE, step, 0);
            }
            if (step == maxSteps) {
                return new RecallResult(next, Outcome.STEP_LIMIT, step, 0);
            }
            previous = analog ? null : current;
            current = next;
        }
    }

    /** An asynchronous recall with the energy of its end, all fields summed anew for every neuron. */
    static RecallResult asynchronous(Memory memory, Cue cue, int maxSweeps) {
        SplittableRandom random = cue.order().random();
        int[] order = IntStream.range(0, memory.neurons())
                .filter(i -> cue.known().isEmpty() || !cue.known().get().isUp(i))
                .toArray();
        Pattern state = cue.state();
        for (int sweep = 1; ; sweep++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int held = order[i];
                order[i] = order[other];
                order[other] = held;
            }
            Pattern before = state;
            for (int neuron : order) {
                Pattern now = state;
                boolean up = isUp(field(memory, state, neuron) - memory.threshold()[neuron], state.isUp(neuron));
                state = pattern(memory.neurons(), i -> i == neuron ? up : now.isUp(i));
            }
            if (state.equals(before) || sweep == maxSweeps) {
                Outcome outcome = state.equals(before) ? Outcome.FIXED_POINT : Outcome.STEP_LIMIT;
                return new RecallResult(state, outcome, sweep, energy(memory, state));
            }
        }
    }

    static double energy(Memory memory, Pattern state) {
        double interaction = 0;
        double bias = 0;
        for (int i = 0; i < memory.neurons(); i++) {
            interaction += (state.isUp(i) ? 1 : -1) * field(memory, state, i);
            bias += (state.isUp(i) ? 1 : -1) * memory.threshold()[i];
        }
        return memory.scale() * (bias - interaction / 2);
    }

    private static Pattern step(Memory memory, Pattern state, Cue cue) {
        return pattern(memory.neurons(), i -> {
            if (cue.known().isPresent() && cue.known().get().isUp(i)) {
                return state.isUp(i);
            }
            return isUp(field(memory, state, i) - memory.threshold()[i], state.isUp(i));
        });
    }

    private static double field(Memory memory, Pattern state, int neuron) {
        double field = 0;
        for (int j = 0; j < memory.neurons(); j++) {
            field += state.isUp(j) ? weight(memory, neuron, j) : -weight(memory, neuron, j);
        }
        return field;
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
