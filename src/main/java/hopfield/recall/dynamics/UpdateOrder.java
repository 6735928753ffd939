package hopfield.recall.dynamics;

import hopfield.recall.Cue;
import java.util.SplittableRandom;

/** The neurons of one recall that are not clamped, in an order that is drawn anew for each sweep. */
final class UpdateOrder {
    private final int[] neurons;
    private int count;

    /** @param neurons N */
    UpdateOrder(int neurons) {
        this.neurons = new int[neurons];
    }

    /** Takes the neurons of a cue, ascending. */
    void begin(Cue cue) {
        count = 0;
        for (int i = 0; i < neurons.length; i++) {
            if (cue.known().isEmpty() || !cue.known().get().isUp(i)) {
                neurons[count++] = i;
            }
        }
    }

    /** The next order, by Fisher and Yates from the one before. */
    void shuffle(SplittableRandom random) {
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = neurons[i];
            neurons[i] = neurons[other];
            neurons[other] = held;
        }
    }

    /** The neurons in their order, the first {@link #count()} entries; the same array throughout. Not to be modified. */
    int[] neurons() {
        return neurons;
    }

    int count() {
        return count;
    }
}
