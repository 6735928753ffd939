package hopfield.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What the restorations of one cell add up to. Whole numbers, so that parts may be added in any order: the same cell to the last
 * bit from 1 or 200 partitions. Modified as restorations are added; one thread.
 */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 2;

    /** Units in which ratios that are not shares of N are summed: 2^30 keeps nine digits and 8 billion rows. */
    private static final long FINE = 1L << 30;

    private final StoredTally stored = new StoredTally();
    private final UnstoredTally unstored = new UnstoredTally();
    private final long[] sums = new long[Sum.values().length];

    /** What is summed over all restorations. */
    private enum Sum {
        IMAGES,
        CONVERGED,
        STEPS,
        CUE_AGREEING,
        AGREEING,
        FOREGROUND,
        IOU,
        SSIM,
        WITH_SSIM
    }

    /**
     * Adds one restoration. Those of one image follow each other: rates have intervals that take them for a cluster.
     *
     * @param trial which of its image's, from 0
     * @param label class of the original, or -1
     * @param isStored whether the network stores the original
     * @param fixedPoint whether recall ended in a fixed point
     * @param stepsTaken steps or sweeps to get there
     */
    public void add(
            Restoration restoration, int trial, int label, boolean isStored, boolean fixedPoint, int stepsTaken) {
        if (trial == 0) {
            stored.nextImage();
            unstored.nextImage();
        }
        add(Sum.IMAGES, 1);
        add(Sum.STEPS, stepsTaken);
        add(Sum.CONVERGED, fixedPoint ? 1 : 0);
        add(Sum.CUE_AGREEING, restoration.cue().agreeing());
        add(Sum.AGREEING, restoration.restoration().agreeing());
        add(Sum.FOREGROUND, restoration.foreground());
        add(Sum.IOU, Math.round(restoration.restoration().iou() * FINE));
        if (!Double.isNaN(restoration.ssim())) {
            add(Sum.SSIM, Math.round(restoration.ssim() * FINE));
            add(Sum.WITH_SSIM, 1);
        }
        if (isStored) {
            stored.add(restoration, label);
        } else {
            unstored.add(restoration, label);
        }
    }

    private void add(Sum sum, long value) {
        sums[sum.ordinal()] += value;
    }

    /** This and another part of the same cell together. Neither is modified. */
    public Tally plus(Tally other) {
        Tally sum = new Tally();
        for (Tally part : List.of(this, other)) {
            Arrays.setAll(sum.sums, k -> sum.sums[k] + part.sums[k]);
            sum.stored.add(part.stored);
            sum.unstored.add(part.unstored);
        }
        return sum;
    }

    /** Restorations added. */
    public long images() {
        return sum(Sum.IMAGES);
    }

    private long sum(Sum sum) {
        return sums[sum.ordinal()];
    }

    /** The cell of at least one restoration. */
    public Cell cell(String rule, int patterns, int neurons, String noise, double level) {
        double images = images();
        double pixels = images * neurons;
        double similarity = sum(Sum.AGREEING) / pixels;
        Means means = new Means(
                sum(Sum.CUE_AGREEING) / pixels,
                similarity,
                1 - sum(Sum.FOREGROUND) / pixels,
                2 * similarity - 1,
                (double) sum(Sum.IOU) / FINE / images,
                (double) sum(Sum.SSIM) / FINE / sum(Sum.WITH_SSIM),
                PeakSignalToNoise.decibels((pixels - sum(Sum.AGREEING)) / pixels),
                sum(Sum.STEPS) / images,
                sum(Sum.CONVERGED) / images);
        return new Cell(
                rule,
                patterns,
                neurons,
                noise,
                level,
                images(),
                means,
                stored.rates(),
                stored.became(),
                stored.confusion(),
                unstored.generalisation(neurons));
    }
}
