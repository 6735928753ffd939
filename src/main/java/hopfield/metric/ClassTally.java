package hopfield.metric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums of the restorations of stored images, class by class; those of no class, or of one from
 * {@value ConfusionCounts#MOST_CLASSES} on, are left out.
 */
final class ClassTally implements Serializable {
    private static final long serialVersionUID = 3;

    private final Map<Integer, Sums> sums = new TreeMap<>();

    /** The sums of one class. */
    private static final class Sums implements Serializable {
        private static final long serialVersionUID = 3;

        private final RateCounts rates = new RateCounts();
        private final ClusteredSum agreeing = new ClusteredSum(1);

        void add(Score score) {
            if (score.trial() == 0) {
                rates.nextImage();
                agreeing.nextCluster();
            }
            rates.add(score);
            agreeing.add(score.agreeing());
        }

        void add(Sums part) {
            rates.add(part.rates);
            agreeing.add(part.agreeing);
        }

        ClassScore score(int label, int neurons) {
            return new ClassScore(
                    label,
                    rates.rates(),
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
