package hopfield.pattern;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A bipolar pattern x in {-1, +1}^N, packed as bits: bit i of the words is set where x_i = +1.
 *
 * @param neurons N, at least 1
 * @param words ceil(N / 64) words, neuron i at bit (i mod 64) of word i / 64, bits beyond N clear. Not copied: treat as
 *     read-only.
 */
public record Pattern(int neurons, long[] words) implements Serializable {
    public Pattern {
        if (neurons < 1 || words.length != wordsFor(neurons)) {
            throw new IllegalArgumentException(
                    "a pattern of " + neurons + " neurons needs " + wordsFor(neurons) + " words, was " + words.length);
        }
        if ((words[words.length - 1] & ~lastWordMask(neurons)) != 0) {
            throw new IllegalArgumentException("bits beyond neuron " + neurons + " must be clear");
        }
    }

    /** Words that hold N neurons: ceil(N / 64). */
    public static int wordsFor(int neurons) {
        return (neurons + Long.SIZE - 1) / Long.SIZE;
    }

    /** The bits of the last word that belong to neurons. */
    public static long lastWordMask(int neurons) {
        return -1L >>> -neurons;
    }

    /** The pattern whose neuron i is +1 where {@code up[i]}. */
    public static Pattern of(boolean... up) {
        long[] words = new long[wordsFor(up.length)];
        for (int i = 0; i < up.length; i++) {
            if (up[i]) {
                words[i >> 6] |= 1L << i;
            }
        }
        return new Pattern(up.length, words);
    }

    /** Whether x_i = +1. */
    public boolean isUp(int neuron) {
        return (words[neuron >> 6] >>> neuron & 1) != 0;
    }

    /** Neurons at +1: the foreground of an image. */
    public int foreground() {
        int up = 0;
        for (long word : words) {
            up += Long.bitCount(word);
        }
        return up;
    }

    /** Neurons at which the two patterns agree, 0..N. */
    public int agreeing(Pattern other) {
        int differing = 0;
        for (int w = 0; w < words.length; w++) {
            differing += Long.bitCount(words[w] ^ other.words[w]);
        }
        return neurons - differing;
    }

    /** Neurons that are +1 in both patterns, 0..N. */
    public int foregroundShared(Pattern other) {
        int shared = 0;
        for (int w = 0; w < words.length; w++) {
            shared += Long.bitCount(words[w] & other.words[w]);
        }
        return shared;
    }

    /** Overlap m = (1/N) sum_i x_i y_i, in [-1, 1]. */
    public double overlap(Pattern other) {
        return 2.0 * agreeing(other) / neurons - 1;
    }

    /** -x: every neuron flipped. */
    public Pattern inverse() {
        long[] flipped = new long[words.length];
        for (int w = 0; w < words.length; w++) {
            flipped[w] = ~words[w];
        }
        flipped[words.length - 1] &= lastWordMask(neurons);
        return new Pattern(neurons, flipped);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern that && neurons == that.neurons && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return "Pattern[" + foreground() + " of " + neurons + " up]";
    }

    /** The words of some patterns, side by side. */
    public static long[] pack(List<Pattern> patterns) {
        if (patterns.isEmpty()) {
            return new long[0];
        }
        int each = patterns.get(0).words.length;
        long[] packed = new long[patterns.size() * each];
        for (int k = 0; k < patterns.size(); k++) {
            System.arraycopy(patterns.get(k).words, 0, packed, k * each, each);
        }
        return packed;
    }
}
