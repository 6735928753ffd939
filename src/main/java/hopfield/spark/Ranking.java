package hopfield.spark;

import hopfield.metric.Sample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All restorations of the stored images of one cell, ranked by the neurons at which they agree with their originals: how many have
 * each rank, and the first of them by image and trial; and the first of each class. At most N + 1 ranks, so it stays small, and
 * parts may be added in any order. Modified as restorations are added; one thread.
 */
final class Ranking implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<Integer, Rank> ranks = new HashMap<>();
    private final TreeMap<Integer, Candidate> classes = new TreeMap<>();

    private static final class Rank implements Serializable {
        private static final long serialVersionUID = 1;

        private long count;
        private Candidate first;
    }

    /** Adds one restoration. */
    void add(Candidate one) {
        add(one.agreeing(), 1, one);
        addToClass(one);
    }

    /** Adds a part. It is not modified. */
    void add(Ranking part) {
        part.ranks.forEach((agreeing, rank) -> add(agreeing, rank.count, rank.first));
        part.classes.values().forEach(this::addToClass);
    }

    private void add(int agreeing, long count, Candidate first) {
        Rank rank = ranks.computeIfAbsent(agreeing, none -> new Rank());
        rank.count += count;
        rank.first = rank.first == null || first.isBefore(rank.first) ? first : rank.first;
    }

    private void addToClass(Candidate one) {
        if (one.label() >= 0) {
            classes.merge(one.label(), one, (first, other) -> other.isBefore(first) ? other : first);
            if (classes.size() > Sample.MOST_CLASSES) {
                classes.pollLastEntry();
            }
        }
    }

    /** Restorations ranked. */
    long size() {
        return ranks.values().stream().mapToLong(rank -> rank.count).sum();
    }

    /** The first by image of the best, of those of median rank (the better of two) and of the worst, and of each class, with all that each is. */
    Map<Candidate, List<String>> chosen(boolean withClasses) {
        Map<Candidate, List<String>> chosen = new LinkedHashMap<>();
        if (ranks.isEmpty()) {
            return chosen;
        }
        TreeMap<Integer, Rank> ascending = new TreeMap<>(ranks);
        add(chosen, ascending.lastEntry().getValue().first, "best");
        add(chosen, median(ascending), "median");
        add(chosen, ascending.firstEntry().getValue().first, "worst");
        if (withClasses) {
            classes.values().forEach(one -> add(chosen, one, "class"));
        }
        return chosen;
    }

    private Candidate median(TreeMap<Integer, Rank> ascending) {
        long before = (size() - 1) / 2;
        for (Rank rank : ascending.descendingMap().values()) {
            if (before < rank.count) {
                return rank.first;
            }
            before -= rank.count;
        }
        throw new IllegalStateException("ranks that add up to less than their sum");
    }

    private static void add(Map<Candidate, List<String>> chosen, Candidate one, String role) {
        chosen.computeIfAbsent(one, first -> new ArrayList<>()).add(role);
    }
}
