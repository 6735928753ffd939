package hopfield.metric;

import java.io.Serializable;
import java.util.List;

/**
 * What the restorations of one cell add up to. Whole numbers, so that parts may be added in any order: the same cell to the last
 * bit from 1 or 200 partitions. Modified as restorations are added; one thread.
 */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 1;

    /** Units in which ratios that are not shares of N are summed: 2^30 keeps nine digits and 8 billion rows. */
    private static final long FINE = 1L << 30;

    private long images;
    private long stored;
    private long exact;
    private long restored;
    private long identified;
    private long converged;
    private long steps;
    private long cueAgreeing;
    private long agreeing;
    private long foreground;
    private long iou;

    /**
     * Adds one restoration.
     *
     * @param isStored whether the network stores the original
     * @param fixedPoint whether recall ended in a fixed point
     * @param stepsTaken steps or sweeps to get there
     */
    public void add(Restoration restoration, boolean isStored, boolean fixedPoint, int stepsTaken) {
        images++;
        steps += stepsTaken;
        converged += fixedPoint ? 1 : 0;
        cueAgreeing += restoration.cue().agreeing();
        agreeing += restoration.restoration().agreeing();
        foreground += restoration.foreground();
        iou += (long) (restoration.restoration().iou() * FINE + .5);
        if (isStored) {
            stored++;
            exact += restoration.restoration().exact() ? 1 : 0;
            identified += restoration.identified() ? 1 : 0;
            restored += restoration.restored() ? 1 : 0;
        }
    }

    /** This and another part of the same cell together. Neither is modified. */
    public Tally plus(Tally other) {
        Tally sum = new Tally();
        for (Tally part : List.of(this, other)) {
            sum.images += part.images;
            sum.stored += part.stored;
            sum.exact += part.exact;
            sum.restored += part.restored;
            sum.identified += part.identified;
            sum.converged += part.converged;
            sum.steps += part.steps;
            sum.cueAgreeing += part.cueAgreeing;
            sum.agreeing += part.agreeing;
            sum.foreground += part.foreground;
            sum.iou += part.iou;
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
        return new Cell(
                rule,
                patterns,
                neurons,
                noise,
                level,
                images,
                cueAgreeing / pixels,
                agreeing / pixels,
                1 - foreground / pixels,
                2 * (agreeing / pixels) - 1,
                (double) iou / FINE / images,
                new Rate(exact, stored),
                new Rate(restored, stored),
                new Rate(identified, stored),
                (double) steps / images,
                (double) converged / images);
    }
}
