package hopfield.metric;

import java.io.Serializable;

/** What the restorations of the images of one cell that are not stored add up to. */
final class UnstoredTally implements Serializable {
    private static final long serialVersionUID = 1;

    private long probes;
    private long cueAgreeing;
    private long agreeing;
    private final ClusteredCount improved = new ClusteredCount();
    private final ClusteredCount sameClass = new ClusteredCount();

    /** The restorations to come are of another image. */
    void nextImage() {
        improved.nextCluster();
        sameClass.nextCluster();
    }

    void add(Score score) {
        probes++;
        cueAgreeing += score.cueAgreeing();
        agreeing += score.agreeing();
        if (score.improvable()) {
            improved.add(score.improved());
        }
        if (score.classed()) {
            sameClass.add(score.nearestLabel() == score.label());
        }
    }

    void add(UnstoredTally part) {
        probes += part.probes;
        cueAgreeing += part.cueAgreeing;
        agreeing += part.agreeing;
        improved.add(part.improved);
        sameClass.add(part.sameClass);
    }

    Generalisation generalisation(int neurons) {
        double pixels = (double) probes * neurons;
        return new Generalisation(probes, cueAgreeing / pixels, agreeing / pixels, improved.rate(), sameClass.rate());
    }
}
