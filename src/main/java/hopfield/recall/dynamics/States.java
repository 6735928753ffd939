package hopfield.recall.dynamics;

import hopfield.pattern.Pattern;
import java.io.Serializable;
import java.util.Collection;

/**
 * States that take a synchronous step together, packed side by side as they travel.
 *
 * @param neurons N
 * @param count how many there are, at least 1
 * @param words ceil(N / 64) of each state. Not copied: treat as read-only.
 * @param sharedProducts shared s of each. Not copied: treat as read-only.
 */
public record States(int neurons, int count, long[] words, long[] sharedProducts) implements Serializable {
    /** Some states, in their order, for a memory of these signs. */
    static States of(Collection<Pattern> states, int neurons, DistributedSigns signs) {
        int wordsEach = Pattern.wordsFor(neurons);
        long[] words = new long[states.size() * wordsEach];
        long[] sharedProducts = new long[states.size()];
        int k = 0;
        for (Pattern state : states) {
            System.arraycopy(state.words(), 0, words, k * wordsEach, wordsEach);
            sharedProducts[k] = signs.sharedProduct(words, k * wordsEach);
            k++;
        }
        return new States(neurons, states.size(), words, sharedProducts);
    }

    boolean isUp(int state, int neuron) {
        return (words[state * Pattern.wordsFor(neurons) + (neuron >> 6)] >>> neuron & 1) != 0;
    }
}
