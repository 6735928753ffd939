package hopfield.recall.dynamics;

import hopfield.memory.Memory;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Outcome;
import hopfield.recall.RecallResult;
import hopfield.recall.field.FirstFields;
import hopfield.recall.field.LocalFields;
import java.util.ArrayList;
import java.util.List;

/** One neuron after the other, each sweep in a new random order that leaves clamped neurons out. */
abstract class SequentialDynamics implements Dynamics {
    final LocalFields fields;
    final UpdateOrder order;
    private final FirstFields first;

    SequentialDynamics(Memory memory, KernelPolicy kernels) {
        this.fields = LocalFields.of(memory);
        this.order = new UpdateOrder(memory.neurons());
        this.first = kernels.first(memory, fields);
    }

    /** Recalls a cue whose state the fields are at and whose neurons the order has. */
    abstract RecallResult recallFrom(Cue cue);

    @Override
    public final List<RecallResult> recall(List<Cue> cues) {
        if (cues.stream().anyMatch(cue -> cue.analog().isPresent())) {
            throw new IllegalArgumentException("asynchronous updates have no step that takes an analog cue");
        }
        List<RecallResult> recalled = new ArrayList<>(cues.size());
        first.enterEach(cues, cue -> {
            order.begin(cue);
            recalled.add(recallFrom(cue));
        });
        return recalled;
    }

    /** The recall that ends here. */
    final RecallResult end(Outcome outcome, int sweeps) {
        return new RecallResult(fields.state(), outcome, sweeps, fields.energy());
    }

    @Override
    public final void close() {
        first.close();
    }
}
