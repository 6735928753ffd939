package hopfield.metric;

import java.io.Serializable;

/** Sums of the restorations of those images of one cell that are not stored. */
final class UnstoredTally implements Serializable {
    private static final long serialVersionUID = 2;

    private long probes;
    private final ClusteredSum cueAgreeing = new ClusteredSum(1);
    private final ClusteredSum agreeing = new ClusteredSum(1);
    private final ClusteredCount improved = new ClusteredCount();
    private final ClusteredCount sameClass = new ClusteredCount();

    /** The restorations to come are of another image. */
    void nextImage() {
        improved.nextCluster();
        sameClass.nextCluster();
        cueAgreeing.nextCluster();
        agreeing.nextCluster();
    }

    void add(Score score) {
        probes++;
        cueAgreeing.add(score.cueAgreeing());
        agreeing.add(score.agreeing());
        if (score.improvable()) {
            improved.add(score.improved());
        }
        if (score.classed()) {
            sameClass.add(score.nearestLabel() == score.label());
        }
    }

    void add(UnstoredTally part) {
        probes += part.probes;
        cueAgreeing.add(part.cueAgreeing);
        agreeing.add(part.agreeing);
        improved.add(part.improved);
        sameClass.add(part.sameClass);
    }

    Generalisation generalisation(int neurons) {
        double pixels = (double) probes * neurons;
        return new Generalisation(
                probes,
                cueAgreeing.sum() / pixels,
                agreeing.sum() / pixels,
                improved.rate(),
                sameClass.rate(),
                cueAgreeing.error().dividedBy(neurons),
                agreeing.error().dividedBy(neurons));
    }
}
