package hopfield.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What the restorations of the stored images of one cell add up to. */
final class StoredTally implements Serializable {
    private static final long serialVersionUID = 2;

    private final long[] became = new long[FinalState.values().length];
    private final ConfusionCounts confusion = new ConfusionCounts();
    private final ClassTally classes = new ClassTally();
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

    void add(Score score) {
        became[score.became().ordinal()]++;
        exact.add(score.exact());
        restored.add(score.restored());
        identified.add(score.identified());
        if (score.improvable()) {
            improved.add(score.improved());
        }
        classes.add(score);
        if (score.classed()) {
            confusion.add(score.label(), score.nearestLabel());
        }
    }

    void add(StoredTally part) {
        Arrays.setAll(became, k -> became[k] + part.became[k]);
        confusion.add(part.confusion);
        classes.add(part.classes);
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

    List<ClassScore> classes(int neurons) {
        return classes.scores(neurons);
    }

    Confusion confusion() {
        return confusion.matrix();
    }
}
