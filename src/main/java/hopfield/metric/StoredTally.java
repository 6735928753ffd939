package hopfield.metric;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.LongStream;

/** What the restorations of the stored images of one cell add up to. */
final class StoredTally implements Serializable {
    private static final long serialVersionUID = 1;

    private final long[] became = new long[FinalState.values().length];
    private final ConfusionCounts confusion = new ConfusionCounts();
    private long exact;
    private long restored;
    private long identified;
    private long improvable;
    private long improved;

    void add(Restoration restoration, int label) {
        became[restoration.became().ordinal()]++;
        exact += restoration.restoration().exact() ? 1 : 0;
        restored += restoration.restored() ? 1 : 0;
        identified += restoration.identified() ? 1 : 0;
        improvable += restoration.improvable() ? 1 : 0;
        improved += restoration.improved() ? 1 : 0;
        if (label >= 0 && restoration.nearest().label() >= 0) {
            confusion.add(label, restoration.nearest().label());
        }
    }

    void add(StoredTally part) {
        Arrays.setAll(became, k -> became[k] + part.became[k]);
        confusion.add(part.confusion);
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

    Confusion confusion() {
        return confusion.matrix();
    }
}
