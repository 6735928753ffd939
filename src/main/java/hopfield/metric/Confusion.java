package hopfield.metric;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which class was taken for which: how many restorations of each class have a nearest stored pattern of each class. Classes
 * from {@value ConfusionCounts#MOST_CLASSES} on are left out.
 *
 * @param entries what was counted, by label and then nearest label, ascending; no count of 0
 */
public record Confusion(List<Entry> entries) implements Serializable {
    /**
     * One entry of the matrix.
     *
     * @param label class of the originals
     * @param nearestLabel class of the stored patterns nearest to the restorations
     * @param count restorations, at least 1
     * @param independence n* / n: how many independent restorations of the class would tell as much of this share of them, for
     *     each that there is; in (0, 1]
     */
    public record Entry(int label, int nearestLabel, long count, double independence) implements Serializable {
        public Entry {
            if (label < 0 || nearestLabel < 0 || count < 1) {
                throw new IllegalArgumentException("an entry needs two classes and a count, was " + count + " of "
                        + label + " nearest to " + nearestLabel);
            }
            if (!(independence > 0 && independence <= 1)) {
                throw new IllegalArgumentException("independence must be within (0, 1], was " + independence);
            }
        }

        /** Of independent restorations. */
        public Entry(int label, int nearestLabel, long count) {
            this(label, nearestLabel, count, 1);
        }
    }

    public Confusion {
        entries = List.copyOf(entries);
    }

    /** Restorations counted: those of stored images with a class. */
    public long total() {
        return entries.stream().mapToLong(Entry::count).sum();
    }

    /** Those of one class. */
    public long total(int label) {
        return entries.stream()
                .filter(entry -> entry.label() == label)
                .mapToLong(Entry::count)
                .sum();
    }

    /** The classes met on either side, ascending. */
    public List<Integer> classes() {
        return entries.stream()
                .flatMap(entry -> Stream.of(entry.label(), entry.nearestLabel()))
                .distinct()
                .sorted()
                .toList();
    }
}
