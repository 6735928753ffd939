package hopfield.recall.kernel;

import hopfield.pattern.Pattern;
import java.util.Arrays;

/** Some neurons of packed states: their bits brought together, one after the other, and put back. */
final class ChosenNeurons {
    private final ChosenBits[] chosen;
    private final int count;
    private final int neurons;

    /**
     * @param neurons N
     * @param some which, in any order. Not modified.
     */
    ChosenNeurons(int neurons, int... some) {
        long[] ofWord = new long[Pattern.wordsFor(neurons)];
        for (int neuron : some) {
            ofWord[neuron >> 6] |= 1L << neuron;
        }
        this.chosen = Arrays.stream(ofWord).mapToObj(ChosenBits::new).toArray(ChosenBits[]::new);
        this.count = some.length;
        this.neurons = neurons;
    }

    int count() {
        return count;
    }

    /**
     * @param states words of packed states. Not modified.
     * @param at the state's first word
     * @param bits one word more than a state has at least. Modified; bits beyond those chosen are anything.
     */
    void gather(long[] states, int at, long[] bits) {
        if (count == neurons) {
            System.arraycopy(states, at, bits, 0, chosen.length);
            return;
        }
        int to = 0;
        long filled = 0;
        for (int w = 0; w < chosen.length; w++) {
            ChosenBits some = chosen[w];
            if (some.count() == 0) {
                continue;
            }
            long together = some.together(states[at + w]);
            int shift = to & 63;
            filled |= together << shift;
            bits[to >> 6] = filled;
            to += some.count();
            if (shift + some.count() >= Long.SIZE) {
                filled = shift == 0 ? 0 : together >>> Long.SIZE - shift;
                bits[to >> 6] = filled;
            }
        }
    }

    /**
     * @param bits Not modified; bits beyond those chosen may be anything.
     * @param to words of packed states: at the places of the other neurons, bits are cleared. Modified.
     * @param at the state's first word
     */
    void spread(long[] bits, long[] to, int at) {
        if (count == neurons) {
            System.arraycopy(bits, 0, to, at, chosen.length);
            to[at + chosen.length - 1] &= chosen[chosen.length - 1].all();
            return;
        }
        int from = 0;
        for (int w = 0; w < chosen.length; w++) {
            ChosenBits some = chosen[w];
            if (some.count() == 0) {
                to[at + w] = 0;
                continue;
            }
            long low = bits[from >> 6] >>> from;
            to[at + w] = some.apart(low | bits[(from >> 6) + 1] << 1 << (~from & 63));
            from += some.count();
        }
    }
}
