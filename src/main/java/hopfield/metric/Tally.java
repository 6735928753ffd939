package hopfield.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What the restorations of one cell add up to. Whole numbers, so that parts may be added in any order: the same cell to the last
 * bit from 1 or 200 partitions. Modified as restorations are added; one thread.
 */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 4;

    /** Units in which ratios that are not shares of N are summed: 2^30 keeps nine digits and 8 billion rows. */
    private static final long FINE = 1L << 30;

    private final StoredTally stored = new StoredTally();
    private final UnstoredTally unstored = new UnstoredTally();
    private final ClusteredSum agreeing = new ClusteredSum(1);
    private final ClusteredSum gain = new ClusteredSum(1);
    private final ClusteredSum ssim = new ClusteredSum(1.0 / FINE);
    private final ClusteredSum steps = new ClusteredSum(1);
    private final long[] sums = new long[Sum.values().length];

    /** What is summed over all restorations. */
    private enum Sum {
        IMAGES,
        CONVERGED,
        CUE_AGREEING,
        FOREGROUND,
        IOU
    }

    /** Adds one restoration. Those of one image follow each other: intervals of rates and means take them for a cluster. */
    public void add(Score score) {
        if (score.trial() == 0) {
            stored.nextImage();
            unstored.nextImage();
            means().forEach(ClusteredSum::nextCluster);
        }
        add(Sum.IMAGES, 1);
        agreeing.add(score.agreeing());
        gain.add(score.agreeing() - score.cueAgreeing());
        steps.add(score.steps());
        add(Sum.CONVERGED, score.fixedPoint() ? 1 : 0);
        add(Sum.CUE_AGREEING, score.cueAgreeing());
        add(Sum.FOREGROUND, score.foreground());
        add(Sum.IOU, Math.round((double) score.iou() * FINE));
        if (!Float.isNaN(score.ssim())) {
            ssim.add(Math.round((double) score.ssim() * FINE));
        }
        if (score.stored()) {
            stored.add(score);
        } else {
            unstored.add(score);
        }
    }

    private List<ClusteredSum> means() {
        return List.of(agreeing, gain, ssim, steps);
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
            for (int k = 0; k < sum.means().size(); k++) {
                sum.means().get(k).add(part.means().get(k));
            }
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
        double similarity = agreeing.sum() / pixels;
        Means means = new Means(
                sum(Sum.CUE_AGREEING) / pixels,
                similarity,
                1 - sum(Sum.FOREGROUND) / pixels,
                2 * similarity - 1,
                (double) sum(Sum.IOU) / FINE / images,
                (double) ssim.sum() / FINE / ssim.values(),
                PeakSignalToNoise.decibels((pixels - agreeing.sum()) / pixels),
                steps.sum() / images,
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
                unstored.generalisation(neurons),
                errors(neurons),
                stored.classes(neurons));
    }

    private StandardErrors errors(double neurons) {
        return new StandardErrors(agreeing.error() / neurons, gain.error() / neurons, ssim.error(), steps.error());
    }
}
