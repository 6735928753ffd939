package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.recall.Cue;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import java.util.SplittableRandom;

/** Every neuron follows its field; every flip lowers the energy, so sweeps end in a fixed point (Hopfield 1982). */
final class AsynchronousDynamics extends SequentialDynamics {
    private final int maxSweeps;

    AsynchronousDynamics(Memory memory, KernelPolicy kernels, int maxSweeps) {
        super(memory, kernels);
        this.maxSweeps = maxSweeps;
    }

    /** Goes on while a neuron would move: the first such one in any order then does, so the sweep to come changes the state. */
    @Override
    RecallResult recallFrom(Cue cue) {
        SplittableRandom random = cue.order().random();
        int sweep = 1;
        for (; fields.anyMoves(order.neurons(), order.count()); sweep++) {
            order.shuffle(random);
            fields.sweep(order.neurons(), order.count());
            if (sweep == maxSweeps) {
                return end(Outcome.STEP_LIMIT, sweep);
            }
        }
        return end(Outcome.FIXED_POINT, sweep);
    }
}
