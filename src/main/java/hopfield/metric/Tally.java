package hopfield.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What the restorations of one cell add up to. Whole numbers, so that parts may be added in any order: the same cell to the last
 * bit from 1 or 200 partitions. Modified as restorations are added; one thread.
 */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 3;

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
        WITH_SSIM,
        AGREEING_SQUARED,
        GAIN_SQUARED,
        SSIM_SQUARED,
        STEPS_SQUARED
    }

    /** Adds one restoration. Those of one image follow each other: rates have intervals that take them for a cluster. */
    public void add(Score score) {
        if (score.trial() == 0) {
            stored.nextImage();
            unstored.nextImage();
        }
        long gain = score.agreeing() - score.cueAgreeing();
        add(Sum.IMAGES, 1);
        add(Sum.STEPS, score.steps());
        add(Sum.STEPS_SQUARED, (long) score.steps() * score.steps());
        add(Sum.CONVERGED, score.fixedPoint() ? 1 : 0);
        add(Sum.CUE_AGREEING, score.cueAgreeing());
        add(Sum.AGREEING, score.agreeing());
        add(Sum.AGREEING_SQUARED, (long) score.agreeing() * score.agreeing());
        add(Sum.GAIN_SQUARED, gain * gain);
        add(Sum.FOREGROUND, score.foreground());
        add(Sum.IOU, Math.round((double) score.iou() * FINE));
        if (!Float.isNaN(score.ssim())) {
            double ssim = score.ssim();
            add(Sum.SSIM, Math.round(ssim * FINE));
            add(Sum.SSIM_SQUARED, Math.round(ssim * ssim * FINE));
            add(Sum.WITH_SSIM, 1);
        }
        if (score.stored()) {
            stored.add(score);
        } else {
            unstored.add(score);
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
                unstored.generalisation(neurons),
                errors(neurons),
                stored.classes(neurons));
    }

    private StandardErrors errors(double neurons) {
        double images = images();
        double gain = (double) sum(Sum.AGREEING) - sum(Sum.CUE_AGREEING);
        return new StandardErrors(
                StandardErrors.ofMean(images, sum(Sum.AGREEING), sum(Sum.AGREEING_SQUARED)) / neurons,
                StandardErrors.ofMean(images, gain, sum(Sum.GAIN_SQUARED)) / neurons,
                StandardErrors.ofMean(
                        sum(Sum.WITH_SSIM), (double) sum(Sum.SSIM) / FINE, (double) sum(Sum.SSIM_SQUARED) / FINE),
                StandardErrors.ofMean(images, sum(Sum.STEPS), sum(Sum.STEPS_SQUARED)));
    }
}
