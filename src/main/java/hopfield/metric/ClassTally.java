package hopfield.metric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the restorations of stored images add up to class by class; those without a class, or with one of many, are left out. */
final class ClassTally implements Serializable {
    private static final long serialVersionUID = 3;

    private final Map<Integer, Sums> sums = new TreeMap<>();

    /** The sums of one class. */
    private static final class Sums implements Serializable {
        private static final long serialVersionUID = 2;

        private final ClusteredCount exact = new ClusteredCount();
        private final ClusteredCount restored = new ClusteredCount();
        private final ClusteredCount identified = new ClusteredCount();
        private final ClusteredCount improved = new ClusteredCount();
        private final ClusteredSum agreeing = new ClusteredSum(1);

        void add(Score score) {
            if (score.trial() == 0) {
                List.of(exact, restored, identified, improved).forEach(ClusteredCount::nextCluster);
                agreeing.nextCluster();
            }
            exact.add(score.exact());
            restored.add(score.restored());
            identified.add(score.identified());
            if (score.improvable()) {
                improved.add(score.improved());
            }
            agreeing.add(score.agreeing());
        }

        void add(Sums part) {
            exact.add(part.exact);
            restored.add(part.restored);
            identified.add(part.identified);
            improved.add(part.improved);
            agreeing.add(part.agreeing);
        }

        ClassScore score(int label, int neurons) {
            Rates rates = new Rates(exact.rate(), restored.rate(), identified.rate(), improved.rate());
            return new ClassScore(
                    label,
                    rates,
                    agreeing.sum() / ((double) agreeing.values() * neurons),
                    agreeing.error().dividedBy(neurons));
        }
    }

    /** Adds one restoration; those of one image follow each other. */
    void add(Score score) {
        if (score.label() >= 0 && score.label() < ConfusionCounts.MOST_CLASSES) {
            sums.computeIfAbsent(score.label(), first -> new Sums()).add(score);
        }
    }

    void add(ClassTally part) {
        part.sums.forEach((label, added) ->
                sums.computeIfAbsent(label, first -> new Sums()).add(added));
    }

    /** Classes ascending. */
    List<ClassScore> scores(int neurons) {
        return sums.entrySet().stream()
                .map(ofClass -> ofClass.getValue().score(ofClass.getKey(), neurons))
                .toList();
    }
}
