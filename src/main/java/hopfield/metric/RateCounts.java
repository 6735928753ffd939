package hopfield.metric;

import java.io.Serializable;

/** What {@link Rates} count: restorations of stored images, the trials of one as a cluster. Modified; one thread. */
final class RateCounts implements Serializable {
    private static final long serialVersionUID = 1;

    private final ClusteredCount exact = new ClusteredCount();
    private final ClusteredCount restored = new ClusteredCount();
    private final ClusteredCount identified = new ClusteredCount();
    private final ClusteredCount improved = new ClusteredCount();

    /** The restorations to come are of another image. */
    void nextImage() {
        exact.nextCluster();
        restored.nextCluster();
        identified.nextCluster();
        improved.nextCluster();
    }

    /** Adds one restoration. */
    void add(Score score) {
        exact.add(score.exact());
        restored.add(score.restored());
        identified.add(score.identified());
        if (score.improvable()) {
            improved.add(score.improved());
        }
    }

    /** Adds all images of a part, the last of which has all its trials. It is not modified. */
    void add(RateCounts part) {
        exact.add(part.exact);
        restored.add(part.restored);
        identified.add(part.identified);
        improved.add(part.improved);
    }

    Rates rates() {
        return new Rates(exact.rate(), restored.rate(), identified.rate(), improved.rate());
    }
}
