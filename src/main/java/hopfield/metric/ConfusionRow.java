package hopfield.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often the restorations of one class have a nearest pattern of each class: a {@link ClusteredCount} of each of them, in
 * which what all have in common, the trials, is kept once. Whole numbers; modified as restorations are added; one thread.
 */
final class ConfusionRow implements Serializable {
    private static final long serialVersionUID = 1;

    private long trials;
    private long clusters;
    private long squaredTrials;
    private long openTrials;
    private long[] counts = {};
    private long[] squares = {};
    private long[] products = {};
    private long[] open = {};

    /** The restorations to come are of another image. */
    void nextImage() {
        if (openTrials > 0) {
            close(open, openTrials);
            Arrays.fill(open, 0);
            openTrials = 0;
        }
    }

    /** Adds one trial of the image. */
    void add(int nearest) {
        makeRoom(nearest + 1);
        open[nearest]++;
        openTrials++;
    }

    /** Adds all images of a part, the last of which has all its trials. It is not modified. */
    void add(ConfusionRow part) {
        makeRoom(part.counts.length);
        trials += part.trials;
        clusters += part.clusters;
        squaredTrials += part.squaredTrials;
        for (int k = 0; k < part.counts.length; k++) {
            counts[k] += part.counts[k];
            squares[k] += part.squares[k];
            products[k] += part.products[k];
        }
        close(part.open, part.openTrials);
    }

    private void makeRoom(int classes) {
        if (classes > counts.length) {
            counts = Arrays.copyOf(counts, classes);
            squares = Arrays.copyOf(squares, classes);
            products = Arrays.copyOf(products, classes);
            open = Arrays.copyOf(open, classes);
        }
    }

    private void close(long[] y, long m) {
        trials += m;
        clusters += m > 0 ? 1 : 0;
        squaredTrials += m * m;
        for (int k = 0; k < y.length; k++) {
            counts[k] += y[k];
            squares[k] += y[k] * y[k];
            products[k] += y[k] * m;
        }
    }

    /** Its entries of at least one restoration, the last image included. */
    List<Confusion.Entry> entries(int label) {
        ConfusionRow all = new ConfusionRow();
        all.add(this);
        return IntStream.range(0, all.counts.length)
                .filter(nearest -> all.counts[nearest] > 0)
                .mapToObj(nearest -> all.entry(label, nearest))
                .toList();
    }

    private Confusion.Entry entry(int label, int nearest) {
        Clusters sums =
                new Clusters(counts[nearest], trials, clusters, squares[nearest], products[nearest], squaredTrials);
        return new Confusion.Entry(label, nearest, counts[nearest], sums.effective() / trials);
    }
}
