package hopfield.metric;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts pairs of classes; those with a class from {@value #MOST_CLASSES} on are left out. Only the rows of classes that were met take room. */
final class ConfusionCounts implements Serializable {
    private static final long serialVersionUID = 1;

    static final int MOST_CLASSES = 1024;

    private final long[][] rows = new long[MOST_CLASSES][];

    /** Counts one pair. */
    void add(int label, int nearestLabel) {
        add(label, nearestLabel, 1);
    }

    /** Adds all of another's counts. It is not modified. */
    void add(ConfusionCounts other) {
        for (int label = 0; label < MOST_CLASSES; label++) {
            long[] row = other.rows[label];
            for (int nearest = 0; row != null && nearest < row.length; nearest++) {
                add(label, nearest, row[nearest]);
            }
        }
    }

    private void add(int label, int nearestLabel, long count) {
        if (label >= MOST_CLASSES || nearestLabel >= MOST_CLASSES) {
            return;
        }
        long[] row = rows[label];
        if (row == null || row.length <= nearestLabel) {
            row = row == null ? new long[nearestLabel + 1] : Arrays.copyOf(row, nearestLabel + 1);
            rows[label] = row;
        }
        row[nearestLabel] += count;
    }

    Confusion matrix() {
        List<Confusion.Entry> entries = new ArrayList<>();
        for (int label = 0; label < MOST_CLASSES; label++) {
            long[] row = rows[label];
            for (int nearest = 0; row != null && nearest < row.length; nearest++) {
                if (row[nearest] > 0) {
                    entries.add(new Confusion.Entry(label, nearest, row[nearest]));
                }
            }
        }
        return new Confusion(entries);
    }
}
