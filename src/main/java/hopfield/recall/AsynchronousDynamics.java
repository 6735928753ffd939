package hopfield.recall;

import hopfield.memory.Memory;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One neuron after the other, each sweep in a new random order; every flip lowers the energy, so sweeps end in a fixed point
 * (Hopfield 1982). Clamped neurons are skipped, and left out of the order.
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
        if (cue.analog().isPresent()) {
            throw new IllegalArgumentException("asynchronous updates have no step that takes an analog cue");
        }
        SplittableRandom random = cue.order().random();
        fields.moveTo(cue.state());
        int count = takeUnclamped(cue);
        for (int sweep = 1; ; sweep++) {
            shuffle(count, random);
            boolean moved = false;
            for (int k = 0; k < count; k++) {
                int neuron = order[k];
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

    /** Makes the order begin with the neurons that are updated, ascending; how many. */
    private int takeUnclamped(Cue cue) {
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (cue.known().isEmpty() || !cue.known().get().isUp(i)) {
                order[count++] = i;
            }
        }
        return count;
    }

    /** Fisher-Yates on the first ones. */
    private void shuffle(int count, SplittableRandom random) {
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
    }

    @Override
    public void close() {}
}
