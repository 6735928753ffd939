package hopfield.metric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the restorations of stored images add up to class by class; those without a class, or with one of many, are left out. */
final class ClassTally implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<Integer, long[]> sums = new TreeMap<>();

    /** What is summed over the restorations of a class. */
    private enum Sum {
        PROBES,
        EXACT,
        RESTORED,
        IDENTIFIED,
        IMPROVABLE,
        IMPROVED,
        AGREEING
    }

    void add(Score score) {
        if (score.label() < 0 || score.label() >= ConfusionCounts.MOST_CLASSES) {
            return;
        }
        long[] ofClass = sums.computeIfAbsent(score.label(), first -> new long[Sum.values().length]);
        ofClass[Sum.PROBES.ordinal()]++;
        ofClass[Sum.EXACT.ordinal()] += score.exact() ? 1 : 0;
        ofClass[Sum.RESTORED.ordinal()] += score.restored() ? 1 : 0;
        ofClass[Sum.IDENTIFIED.ordinal()] += score.identified() ? 1 : 0;
        ofClass[Sum.IMPROVABLE.ordinal()] += score.improvable() ? 1 : 0;
        ofClass[Sum.IMPROVED.ordinal()] += score.improved() ? 1 : 0;
        ofClass[Sum.AGREEING.ordinal()] += score.agreeing();
    }

    void add(ClassTally part) {
        part.sums.forEach((label, added) -> {
            long[] ofClass = sums.computeIfAbsent(label, first -> new long[added.length]);
            for (int k = 0; k < added.length; k++) {
                ofClass[k] += added[k];
            }
        });
    }

    /** Classes ascending. */
    List<ClassScore> scores(int neurons) {
        return sums.entrySet().stream()
                .map(ofClass -> score(ofClass.getKey(), ofClass.getValue(), neurons))
                .toList();
    }

    private static ClassScore score(int label, long[] sums, int neurons) {
        long probes = sums[Sum.PROBES.ordinal()];
        return new ClassScore(
                label,
                new Rates(
                        new Rate(sums[Sum.EXACT.ordinal()], probes),
                        new Rate(sums[Sum.RESTORED.ordinal()], probes),
                        new Rate(sums[Sum.IDENTIFIED.ordinal()], probes),
                        new Rate(sums[Sum.IMPROVED.ordinal()], sums[Sum.IMPROVABLE.ordinal()])),
                sums[Sum.AGREEING.ordinal()] / ((double) probes * neurons));
    }
}
