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
    private long exact;
    private long restored;
    private long identified;
    private long improvable;
    private long improved;

    void add(Score score) {
        became[score.became().ordinal()]++;
        exact += score.exact() ? 1 : 0;
        restored += score.restored() ? 1 : 0;
        identified += score.identified() ? 1 : 0;
        improvable += score.improvable() ? 1 : 0;
        improved += score.improved() ? 1 : 0;
        classes.add(score);
        if (score.classed()) {
            confusion.add(score.label(), score.nearestLabel());
        }
    }

    void add(StoredTally part) {
        Arrays.setAll(became, k -> became[k] + part.became[k]);
        confusion.add(part.confusion);
        classes.add(part.classes);
        exact += part.exact;
        restored += part.restored;
        identified += part.identified;
        improvable += part.improvable;
        improved += part.improved;
    }

    Rates rates() {
        long probes = LongStream.of(became).sum();
        return new Rates(
                new Rate(exact, probes),
                new Rate(restored, probes),
                new Rate(identified, probes),
                new Rate(improved, improvable));
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
