package hopfield.pattern;

import hopfield.BadInput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The patterns that a network stores, packed side by side, each with the number of its image; made to be broadcast. */
public final class PatternSet implements Serializable {
    private static final long serialVersionUID = 1;

    /** Between looks at whether it is worth going on. */
    private static final int WORDS_AT_ONCE = 16;

    /** The words are one array: 16 GB. */
    private static final long MOST_WORDS = Integer.MAX_VALUE - 8;

    private final int neurons;
    private final int[] images;
    private final int[] labels;
    private final int[] foreground;
    private final long[] words;

    /**
     * @param images numbers of the images, one a pattern, ascending
     * @param labels their classes, or -1
     * @param patterns their patterns, all of the same number of neurons, at least one
     */
    public PatternSet(int[] images, int[] labels, List<Pattern> patterns) {
        if (patterns.isEmpty() || images.length != patterns.size() || labels.length != patterns.size()) {
            throw new IllegalArgumentException("a pattern set needs an image number and a label for each pattern, had "
                    + images.length + " and " + labels.length + " for " + patterns.size());
        }
        this.images = images.clone();
        this.labels = labels.clone();
        this.neurons = patterns.get(0).neurons();
        int wordsEach = Pattern.wordsFor(neurons);
        this.foreground = new int[images.length];
        requireFits(images.length, neurons);
        this.words = new long[wordsEach * images.length];
        for (int p = 0; p < images.length; p++) {
            if (patterns.get(p).neurons() != neurons) {
                throw new IllegalArgumentException(
                        "pattern " + p + " has " + patterns.get(p).neurons() + " neurons, the first has " + neurons);
            }
            foreground[p] = patterns.get(p).foreground();
            System.arraycopy(patterns.get(p).words(), 0, words, p * wordsEach, wordsEach);
        }
    }

    /** Refuses patterns whose words one array does not take. */
    public static void requireFits(int patterns, int neurons) {
        long words = (long) patterns * Pattern.wordsFor(neurons);
        if (words > MOST_WORDS) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "%,d patterns of %,d neurons take %,d words of 64 bits, expected at most %,d; store fewer in a network",
                    patterns,
                    neurons,
                    words,
                    MOST_WORDS));
        }
    }

    /** Patterns without classes. */
    public PatternSet(int[] images, List<Pattern> patterns) {
        this(images, IntStream.generate(() -> -1).limit(images.length).toArray(), patterns);
    }

    /** Sets of one network as one, in ascending order of their images. */
    public static PatternSet join(List<PatternSet> parts) {
        int[] images = new int[parts.stream().mapToInt(PatternSet::size).sum()];
        int[] labels = new int[images.length];
        List<Pattern> patterns = new ArrayList<>(images.length);
        parts.stream().sorted(Comparator.comparingInt(part -> part.images[0])).forEach(part -> {
            for (int p = 0; p < part.size(); p++) {
                images[patterns.size()] = part.images[p];
                labels[patterns.size()] = part.labels[p];
                patterns.add(part.pattern(p));
            }
        });
        return new PatternSet(images, labels, patterns);
    }

    /** P, patterns in the set. */
    public int size() {
        return images.length;
    }

    /** The image number of pattern p. */
    public int image(int p) {
        return images[p];
    }

    /** The class of pattern p, or -1. */
    public int label(int p) {
        return labels[p];
    }

    /** Whether neuron i of pattern p is +1. */
    public boolean isUp(int p, int neuron) {
        return (words[p * Pattern.wordsFor(neurons) + (neuron >> 6)] >>> neuron & 1) != 0;
    }

    /** Pattern p. */
    public Pattern pattern(int p) {
        int wordsEach = Pattern.wordsFor(neurons);
        return new Pattern(neurons, Arrays.copyOfRange(words, p * wordsEach, (p + 1) * wordsEach));
    }

    /** Neurons 64 w to 64 w + 63 of pattern p, as bits. */
    public long word(int p, int w) {
        return words[p * Pattern.wordsFor(neurons) + w];
    }

    /** Copies the words of pattern p out. */
    public void copy(int p, long[] to, int offset) {
        int wordsEach = Pattern.wordsFor(neurons);
        System.arraycopy(words, p * wordsEach, to, offset, wordsEach);
    }

    /** Neurons at which pattern p agrees with a state, 0..N. */
    public int agreeing(int p, Pattern state) {
        long[] target = state.words();
        int differing = 0;
        for (int w = 0, at = p * target.length; w < target.length; w++) {
            differing += Long.bitCount(target[w] ^ words[at + w]);
        }
        return neurons - differing;
    }

    /** N. */
    public int neurons() {
        return neurons;
    }

    /** S = sum_mu x_mu: N entries within -P..P. */
    public int[] sums() {
        int[] sums = new int[neurons];
        for (int p = 0; p < images.length; p++) {
            for (int i = 0; i < neurons; i++) {
                sums[i] += isUp(p, i) ? 1 : -1;
            }
        }
        return sums;
    }

    /**
     * N times the overlap of every pattern with a state.
     *
     * @param state packed, its first word at offset. Not modified.
     * @param products sum_i x_i s_i of each pattern, within -N..N. Modified.
     */
    public void innerProducts(long[] state, int offset, int[] products) {
        differing(0, images.length, state, offset, products);
        for (int p = 0; p < images.length; p++) {
            products[p] = neurons - 2 * products[p];
        }
    }

    /**
     * Neurons at which each of some patterns differs from a state.
     *
     * @param from the first pattern
     * @param until the one after the last
     * @param state packed, its first word at offset. Not modified.
     * @param differing an entry for each of those patterns. Modified.
     */
    public void differing(int from, int until, long[] state, int offset, int[] differing) {
        int wordsEach = Pattern.wordsFor(neurons);
        for (int p = from, at = from * wordsEach; p < until; p++) {
            int count = 0;
            for (int w = 0; w < wordsEach; w++) {
                count += Long.bitCount(state[offset + w] ^ words[at++]);
            }
            differing[p - from] = count;
        }
    }

    /**
     * Which pattern has the largest overlap with a state, 0..P-1; of several, the one with the lowest image number. Patterns that cannot be
     * nearer than one before are passed over: two differ in at least as many neurons as their numbers of +1 do.
     */
    public int nearest(Pattern state) {
        int up = state.foreground();
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int p = 0; p < images.length; p++) {
            if (Math.abs(foreground[p] - up) < fewest) {
                int differing = differing(p, state.words(), fewest);
                if (differing < fewest) {
                    fewest = differing;
                    best = p;
                }
            }
        }
        return best;
    }

    /** Neurons at which pattern p differs from a state, if those are fewer than many; else any number that is not. */
    private int differing(int p, long[] state, int many) {
        int at = p * state.length;
        int differing = 0;
        for (int w = 0; w < state.length && differing < many; ) {
            for (int end = Math.min(state.length, w + WORDS_AT_ONCE); w < end; w++) {
                differing += Long.bitCount(state[w] ^ words[at + w]);
            }
        }
        return differing;
    }

    /** Which pattern agrees with a state at the most neurons that are known, the set bits; of several, as above. */
    public int nearest(Pattern state, Pattern known) {
        long[] target = state.words();
        long[] mask = known.words();
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int p = 0, at = 0; p < images.length; p++) {
            int differing = 0;
            for (int w = 0; w < target.length; w++) {
                differing += Long.bitCount((target[w] ^ words[at++]) & mask[w]);
            }
            if (differing < fewest) {
                fewest = differing;
                best = p;
            }
        }
        return best;
    }
}
