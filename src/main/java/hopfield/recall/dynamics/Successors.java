package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import java.io.Serializable;
import java.util.List;

/**
 * The next values of some neurons after one synchronous step of some states.
 *
 * @param firstNeuron the first of the neurons
 * @param neurons how many there are
 * @param bits their next values, ceil(neurons / 64) words for each state. Not copied.
 * @param interactions sum of s_i (C s)_i over these neurons, s the state before the step, for each state. Not copied.
 */
public record Successors(int firstNeuron, int neurons, long[] bits, long[] interactions) implements Serializable {
    /** All neurons, from parts that hold each of them once, in any order. */
    static Successors join(List<Successors> parts, int count) {
        int neurons = parts.stream().mapToInt(Successors::neurons).sum();
        Successors all = new Successors(0, neurons, new long[count * Pattern.wordsFor(neurons)], new long[count]);
        parts.forEach(part -> part.addTo(all));
        return all;
    }

    private void addTo(Successors all) {
        int from = Pattern.wordsFor(neurons);
        int to = Pattern.wordsFor(all.neurons);
        for (int k = 0; k < interactions.length; k++) {
            all.interactions[k] += interactions[k];
            for (int w = 0; w < from; w++) {
                int bit = firstNeuron + w * Long.SIZE;
                int at = k * to + (bit >> 6);
                long word = bits[k * from + w];
                all.bits[at] |= word << bit;
                if ((bit & 63) != 0 && (bit >> 6) + 1 < to) {
                    all.bits[at + 1] |= word >>> -bit;
                }
            }
        }
    }
}
