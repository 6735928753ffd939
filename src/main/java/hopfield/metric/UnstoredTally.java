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

    void add(Restoration restoration, int label) {
        probes++;
        cueAgreeing += restoration.cue().agreeing();
        agreeing += restoration.restoration().agreeing();
        if (restoration.improvable()) {
            improved.add(restoration.improved());
        }
        if (label >= 0 && restoration.nearest().label() >= 0) {
            sameClass.add(restoration.nearest().label() == label);
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
