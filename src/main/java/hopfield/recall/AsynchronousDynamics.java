package hopfield.recall;

import hopfield.memory.Memory;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One neuron after the other, each sweep in a new random order; every flip lowers the energy, so sweeps end in a fixed point
 * (Hopfield 1982).
 */
final class AsynchronousDynamics implements Dynamics {
    private final int maxSweeps;
    private final LocalFields fields;
    private final int[] order;

    AsynchronousDynamics(Memory memory, int maxSweeps) {
        this.maxSweeps = maxSweeps;
        this.fields = LocalFields.of(memory);
        this.order = new int[memory.neurons()];
    }

    @Override
    public List<Recalled> recall(List<Cue> cues) {
        return cues.stream().map(this::recall).toList();
    }

    private Recalled recall(Cue cue) {
        SplittableRandom random = cue.order().random();
        fields.moveTo(cue.state());
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int sweep = 1; ; sweep++) {
            shuffle(random);
            boolean moved = false;
            for (int neuron : order) {
                if (fields.goesUp(neuron) != fields.isUp(neuron)) {
                    fields.flip(neuron);
                    moved = true;
                }
            }
            if (!moved || sweep == maxSweeps) {
                Outcome outcome = moved ? Outcome.STEP_LIMIT : Outcome.FIXED_POINT;
                return new Recalled(fields.state(), outcome, sweep, fields.energy());
            }
        }
    }

    /** Fisher-Yates. */
    private void shuffle(SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
    }

    @Override
    public void close() {}
}
