package hopfield.metric;

import java.io.Serializable;
import java.util.List;

/**
 * Sums of the restorations of one cell. They are whole numbers, so that parts may be added in any order: the same cell to the last
 * bit from 1 or 200 partitions. Modified as restorations are added; one thread.
 */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 5;

    /** Units in which ratios that are not shares of N are summed: 2^30 keeps nine digits and 8 billion rows. */
    private static final long FINE = 1L << 30;

    private final StoredTally stored = new StoredTally();
    private final UnstoredTally unstored = new UnstoredTally();
    private final ClusteredSum agreeing = new ClusteredSum(1);
    private final ClusteredSum gain = new ClusteredSum(1);
    private final ClusteredSum ssim = new ClusteredSum(1.0 / FINE);
    private final ClusteredSum steps = new ClusteredSum(1);
    private final ClusteredSum cueAgreeing = new ClusteredSum(1);
    private final ClusteredSum foreground = new ClusteredSum(1);
    private final ClusteredSum iou = new ClusteredSum(1.0 / FINE);
    private final ClusteredCount converged = new ClusteredCount();
    private long images;

    /** Adds one restoration. Those of one image follow each other: intervals of rates and means take them for a cluster. */
    public void add(Score score) {
        if (score.trial() == 0) {
            stored.nextImage();
            unstored.nextImage();
            means().forEach(ClusteredSum::nextCluster);
            converged.nextCluster();
        }
        images++;
        agreeing.add(score.agreeing());
        gain.add(score.agreeing() - score.cueAgreeing());
        steps.add(score.steps());
        converged.add(score.fixedPoint());
        cueAgreeing.add(score.cueAgreeing());
        foreground.add(score.foreground());
        iou.add(Math.round((double) score.iou() * FINE));
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
        return List.of(agreeing, gain, ssim, steps, cueAgreeing, foreground, iou);
    }

    /** This and another part of the same cell together. Neither is modified. */
    public Tally plus(Tally other) {
        Tally sum = new Tally();
        for (Tally part : List.of(this, other)) {
            sum.images += part.images;
            sum.converged.add(part.converged);
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
        return images;
    }

    /** The cell of at least one restoration. */
    public Cell cell(String rule, int patterns, int neurons, String noise, double level) {
        double pixels = (double) images * neurons;
        double similarity = agreeing.sum() / pixels;
        Means means = new Means(
                cueAgreeing.sum() / pixels,
                similarity,
                1 - foreground.sum() / pixels,
                2 * similarity - 1,
                (double) iou.sum() / FINE / images,
                (double) ssim.sum() / FINE / ssim.values(),
                PeakSignalToNoise.decibels((pixels - agreeing.sum()) / pixels),
                (double) steps.sum() / images,
                converged.rate());
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
        return new StandardErrors(
                agreeing.error().dividedBy(neurons),
                gain.error().dividedBy(neurons),
                ssim.error(),
                steps.error(),
                cueAgreeing.error().dividedBy(neurons),
                foreground.error().dividedBy(neurons),
                iou.error());
    }
}
