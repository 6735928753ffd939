package hopfield.recall.kernel;

import hopfield.memory.Memory;
import hopfield.pattern.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The largest set of neurons that a memory does not tell apart: any two of them have equal weights to every third neuron, and
 * all pairs of them the same weight between them. The pixels that no stored picture uses are such, and many.
 *
 * @param count how many, 0 where there are too few to make use of
 * @param words their bits
 * @param first the lowest of them
 * @param weight between any two of them
 */
record Twins(int count, long[] words, int first, double weight) {
    private static final int FEWEST = 32;
    private static final int MOST_TRIES = 4;

    private record Kind(double rowSum, double threshold) {}

    /** None. */
    static Twins none(int neurons) {
        return new Twins(0, new long[Pattern.wordsFor(neurons)], -1, 0);
    }

    /** Those of a memory with symmetric weight rows. */
    static Twins of(Memory memory) {
        Twins most = none(memory.neurons());
        List<Integer> alike = alike(memory);
        for (int t = 0; t < Math.min(MOST_TRIES, alike.size() - FEWEST + 1); t++) {
            Twins twins = of(memory, alike.subList(t, alike.size()));
            most = twins.count > most.count ? twins : most;
            if (most.count > alike.size() / 2) {
                break;
            }
        }
        return most.count < FEWEST ? none(memory.neurons()) : most;
    }

    boolean contains(int neuron) {
        return (words[neuron >> 6] >>> neuron & 1) != 0;
    }

    /** The most numerous neurons of equal row sums and thresholds, in their order. */
    private static List<Integer> alike(Memory memory) {
        double[] row = new double[memory.neurons()];
        Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            double sum = 0;
            for (double weight : ExactFields.row(memory.weights(), i, row)) {
                sum += weight;
            }
            kinds.computeIfAbsent(new Kind(sum, memory.threshold()[i]), kind -> new ArrayList<>())
                    .add(i);
        }
        return kinds.values().stream()
                .max(Comparator.comparingInt(Collection::size))
                .orElseThrow();
    }

    /** The twins of the first of these neurons. */
    private static Twins of(Memory memory, List<Integer> alike) {
        int first = alike.get(0);
        double[] ofFirst = ExactFields.row(memory.weights(), first, new double[memory.neurons()]);
        double[] scratch = new double[memory.neurons()];
        double weight = ofFirst[alike.get(1)];
        long[] words = new long[Pattern.wordsFor(memory.neurons())];
        words[first >> 6] |= 1L << first;
        int count = 1;
        for (int other : alike.subList(1, alike.size())) {
            if (ofFirst[other] == weight
                    && equalBut(ofFirst, first, ExactFields.row(memory.weights(), other, scratch), other)) {
                words[other >> 6] |= 1L << other;
                count++;
            }
        }
        return new Twins(count, words, first, weight);
    }

    private static boolean equalBut(double[] a, int i, double[] b, int j) {
        for (int k = 0; k < a.length; k++) {
            if (a[k] != b[k] && k != i && k != j) {
                return false;
            }
        }
        return true;
    }
}
