package hopfield.metric;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** Sums of the restorations of the stored images of one cell. */
final class StoredTally implements Serializable {
    private static final long serialVersionUID = 4;

    private final List<ClusteredCount> became = Stream.generate(ClusteredCount::new)
            .limit(FinalState.values().length)
            .toList();
    private final ConfusionCounts confusion = new ConfusionCounts();
    private final ClassTally classes = new ClassTally();
    private final RateCounts rates = new RateCounts();

    /** The restorations to come are of another image. */
    void nextImage() {
        rates.nextImage();
        became.forEach(ClusteredCount::nextCluster);
        confusion.nextImage();
    }

    void add(Score score) {
        for (int state = 0; state < became.size(); state++) {
            became.get(state).add(state == score.became().ordinal());
        }
        rates.add(score);
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
        rates.add(part.rates);
    }

    Rates rates() {
        return rates.rates();
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
