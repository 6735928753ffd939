package hopfield.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A restoration of a stored image that may be chosen to be looked at.
 *
 * @param network which network recalled it
 * @param image number of the image
 * @param trial which cue of it
 * @param label its class, or -1
 * @param agreeing neurons at which the restoration agrees with it
 */
record Candidate(int network, int image, int trial, int label, int agreeing) implements Serializable {
    /** About as many images of a cell are looked at, which fit the driver whatever the deck's size. */
    private static final int LOOKED_AT = 1000;

    private static final Comparator<Candidate> BY_NUMBER =
            Comparator.comparingInt(Candidate::image).thenComparingInt(Candidate::trial);

    /** Networks of a load that are looked at: the first ones. */
    static int networks(int load) {
        return (LOOKED_AT + load - 1) / load;
    }

    /** Whether an image is looked at: all of small networks, as many of a large one. */
    static boolean isLookedAt(int network, int load, int image) {
        return network < networks(load) && image % ((load + LOOKED_AT - 1) / LOOKED_AT) == 0;
    }

    /**
     * The best, the median and the worst, and the first image of each class, with all that each is.
     *
     * @param candidates of one cell, in any order
     * @param mostClasses classes that are shown, the first ones
     */
    static Map<Candidate, List<String>> chosen(List<Candidate> candidates, int mostClasses) {
        List<Candidate> ranked = candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::agreeing).reversed().thenComparing(BY_NUMBER))
                .toList();
        Map<Candidate, List<String>> chosen = new LinkedHashMap<>();
        if (ranked.isEmpty()) {
            return chosen;
        }
        int last = ranked.size() - 1;
        add(chosen, ranked.get(0), "best");
        add(chosen, ranked.get(last / 2), "median");
        add(chosen, ranked.get(last), "worst");
        candidates.stream()
                .filter(one -> one.label() >= 0)
                .sorted(Comparator.comparingInt(Candidate::label).thenComparing(BY_NUMBER))
                .collect(
                        LinkedHashMap<Integer, Candidate>::new,
                        (first, one) -> first.putIfAbsent(one.label(), one),
                        Map::putAll)
                .values()
                .stream()
                .limit(mostClasses)
                .forEach(one -> add(chosen, one, "class"));
        return chosen;
    }

    private static void add(Map<Candidate, List<String>> chosen, Candidate one, String role) {
        chosen.computeIfAbsent(one, first -> new ArrayList<>()).add(role);
    }
}
