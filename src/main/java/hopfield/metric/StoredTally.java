package hopfield.metric;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** What the restorations of the stored images of one cell add up to. */
final class StoredTally implements Serializable {
    private static final long serialVersionUID = 3;

    private final List<ClusteredCount> became = Stream.generate(ClusteredCount::new)
            .limit(FinalState.values().length)
            .toList();
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
        became.forEach(ClusteredCount::nextCluster);
        confusion.nextImage();
    }

    void add(Score score) {
        for (int state = 0; state < became.size(); state++) {
            became.get(state).add(state == score.became().ordinal());
        }
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
        for (int state = 0; state < became.size(); state++) {
            became.get(state).add(part.became.get(state));
        }
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
        List<Rate> shares = became.stream().map(ClusteredCount::rate).toList();
        return new FinalStates(
                shares.stream().map(Rate::successes).toList(),
                shares.stream().map(Rate::effective).toList());
    }

    List<ClassScore> classes(int neurons) {
        return classes.scores(neurons);
    }

    Confusion confusion() {
        return confusion.matrix();
    }
}
