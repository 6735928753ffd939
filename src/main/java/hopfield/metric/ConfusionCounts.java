package hopfield.metric;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts pairs of classes, the trials of one image as a cluster; those with a class from {@value #MOST_CLASSES} on are left out. */
final class ConfusionCounts implements Serializable {
    private static final long serialVersionUID = 2;

    static final int MOST_CLASSES = 1024;

    private final Map<Integer, ConfusionRow> rows = new TreeMap<>();
    private ConfusionRow open = new ConfusionRow();

    /** The pairs to come are of another image. */
    void nextImage() {
        open.nextImage();
    }

    /** Counts one pair. */
    void add(int label, int nearestLabel) {
        if (label < MOST_CLASSES && nearestLabel < MOST_CLASSES) {
            open = rows.computeIfAbsent(label, first -> new ConfusionRow());
            open.add(nearestLabel);
        }
    }

    /** Adds all of another's counts. It is not modified. */
    void add(ConfusionCounts other) {
        other.rows.forEach((label, row) ->
                rows.computeIfAbsent(label, first -> new ConfusionRow()).add(row));
    }

    Confusion matrix() {
        List<Confusion.Entry> entries = new ArrayList<>();
        rows.forEach((label, row) -> entries.addAll(row.entries(label)));
        return new Confusion(entries);
    }
}
