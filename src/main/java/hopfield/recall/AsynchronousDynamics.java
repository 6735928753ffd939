package hopfield.recall;

import hopfield.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One neuron after the other, each sweep in a new random order; every flip lowers the energy, so sweeps end in a fixed point
 * (Hopfield 1982). Clamped neurons are skipped, and left out of the order.
 */
final class AsynchronousDynamics implements Dynamics {
    private final int maxSweeps;
    private final LocalFields fields;
    private final FirstFields first;
    private final UpdateOrder order;

    AsynchronousDynamics(Memory memory, Kernels kernels, int maxSweeps) {
        this.maxSweeps = maxSweeps;
        this.fields = LocalFields.of(memory);
        this.first = kernels.first(memory, fields);
        this.order = new UpdateOrder(memory.neurons());
    }

    @Override
    public List<Recalled> recall(List<Cue> cues) {
        if (cues.stream().anyMatch(cue -> cue.analog().isPresent())) {
            throw new IllegalArgumentException("asynchronous updates have no step that takes an analog cue");
        }
        List<Recalled> recalled = new ArrayList<>(cues.size());
        first.enterEach(cues, cue -> recalled.add(recall(cue)));
        return recalled;
    }

    /** Goes on while a neuron would move: the first such one in any order then does, so the sweep to come changes the state. */
    private Recalled recall(Cue cue) {
        SplittableRandom random = cue.order().random();
        order.begin(cue);
        int sweep = 1;
        for (; fields.anyMoves(order.neurons(), order.count()); sweep++) {
            order.shuffle(random);
            fields.sweep(order.neurons(), order.count());
            if (sweep == maxSweeps) {
                return new Recalled(fields.state(), Outcome.STEP_LIMIT, sweep, fields.energy());
            }
        }
        return new Recalled(fields.state(), Outcome.FIXED_POINT, sweep, fields.energy());
    }

    @Override
    public void close() {
        first.close();
    }
}
