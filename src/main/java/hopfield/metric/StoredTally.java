package hopfield.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What the restorations of the stored images of one cell add up to. */
final class StoredTally implements Serializable {
    private static final long serialVersionUID = 1;

    private final long[] became = new long[FinalState.values().length];
    private final ConfusionCounts confusion = new ConfusionCounts();
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

    void add(Restoration restoration, int label) {
        became[restoration.became().ordinal()]++;
        exact.add(restoration.restoration().exact());
        restored.add(restoration.restored());
        identified.add(restoration.identified());
        if (restoration.improvable()) {
            improved.add(restoration.improved());
        }
        if (label >= 0 && restoration.nearest().label() >= 0) {
            confusion.add(label, restoration.nearest().label());
        }
    }

    void add(StoredTally part) {
        Arrays.setAll(became, k -> became[k] + part.became[k]);
        confusion.add(part.confusion);
        exact.add(part.exact);
        restored.add(part.restored);
        identified.add(part.identified);
        improved.add(part.improved);
    }

    Rates rates() {
        return new Rates(exact.rate(), restored.rate(), identified.rate(), improved.rate());
    }

    FinalStates became() {
        return new FinalStates(LongStream.of(became).boxed().toList());
    }

    Confusion confusion() {
        return confusion.matrix();
    }
}
