package hopfield.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The answer of a run for one rule under one noise kind, as a sentence whose subject is the rule.
 *
 * @param rule the subject
 * @param text the rest of the sentence, with its full stop
 * @param restores whether the rule has a capacity at any level
 */
record Answer(String rule, String text, boolean restores) {
    /** One answer per rule and noise kind, in the order of the cells. */
    static List<Answer> of(List<Cell> cells) {
        record Key(String rule, String noise) {}
        return cells.stream()
                .collect(groupingBy(cell -> new Key(cell.rule(), cell.noise()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(Answer::ofOneRuleAndNoise)
                .toList();
    }

    private static Answer ofOneRuleAndNoise(List<Cell> cells) {
        String rule = cells.get(0).rule();
        String noise = cells.get(0).noise();
        List<Capacity> capacities = Capacity.of(cells);
        if (capacities.stream().allMatch(capacity -> capacity.measured() == 0)) {
            return new Answer(
                    rule, "was probed with no stored image under " + noise + ": its capacity is unknown.", false);
        }
        if (capacities.stream().allMatch(capacity -> capacity.reached().isEmpty())) {
            return new Answer(rule, nothing(cells, noise), false);
        }
        return new Answer(rule, "restores at least 95\u00a0% of its stored images " + loads(capacities) + ".", true);
    }

    private static String loads(List<Capacity> capacities) {
        List<List<Capacity>> runs = new ArrayList<>();
        for (Capacity capacity : capacities) {
            List<Capacity> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (last.isEmpty() || !capacity.sameLoadAs(last.get(0))) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(capacity);
        }
        List<String> phrases = runs.stream().map(Answer::phrase).toList();
        int last = phrases.size() - 1;
        return last == 0 ? phrases.get(0) : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
    }

    /** Neighbouring levels of one capacity, with the rate at the noisiest of them. */
    private static String phrase(List<Capacity> run) {
        Capacity first = run.get(0);
        Capacity last = run.get(run.size() - 1);
        String where = run.size() == 1
                ? "at " + last.noise() + " " + Numbers.level(last.level())
                : "from " + last.noise() + " " + Numbers.level(first.level()) + " to " + Numbers.level(last.level());
        if (last.measured() == 0) {
            return "at unknown loads " + where + " (no stored probes)";
        }
        return last.reached()
                .map(cell ->
                        "up to P\u00a0=\u00a0" + cell.patterns() + (last.bounded() ? " " : ", the largest measured, ")
                                + where + " (" + Numbers.rate(cell.restored())
                                + (run.size() == 1 ? "" : " at " + Numbers.level(last.level()))
                                + ")")
                .orElse("at no measured load " + where);
    }

    private static String nothing(List<Cell> cells, String noise) {
        Cell best = cells.stream()
                .filter(cell -> cell.stored() > 0)
                .max(Comparator.comparingDouble(cell -> cell.restored().value()))
                .orElseThrow();
        boolean one = cells.stream().map(Cell::level).distinct().count() == 1;
        String where = one ? noise + " " + Numbers.level(best.level()) : "any level of " + noise;
        boolean only = cells.size() == 1;
        String even = only ? "" : Capacity.suffices(best) ? " at its smallest load" : ", even at its smallest load";
        String atBest = best.restored().successes() == 0
                ? ": not one was restored"
                : (only ? ": " : "; in the best of " + Numbers.count(cells.size()) + " cells ")
                        + Numbers.rate(best.restored()) + ", at P\u00a0=\u00a0" + best.patterns()
                        + (one ? "" : " and " + noise + " " + Numbers.level(best.level()));
        return "restores less than 95\u00a0% of its stored images at " + where + even + atBest + ". "
                + againstBlank(cells);
    }

    /** A high similarity is worth nothing where an empty picture has it too. */
    private static String againstBlank(List<Cell> cells) {
        long better = cells.stream()
                .filter(cell -> cell.similarity() > cell.blankSimilarity())
                .count();
        if (better > 0) {
            double most = cells.stream()
                    .mapToDouble(cell -> cell.similarity() - cell.blankSimilarity())
                    .max()
                    .orElseThrow();
            return "Its mean similarity beats a blank image's "
                    + (better == cells.size() ? "everywhere" : "in " + better + " of " + cells.size() + " cells")
                    + ", by " + Numbers.fixed(most) + " at most.";
        }
        Cell closest =
                cells.stream().max(Comparator.comparingDouble(Cell::similarity)).orElseThrow();
        return "Its mean similarity, at best " + Numbers.fixed(closest.similarity()) + ", does not beat a blank image ("
                + Numbers.fixed(closest.blankSimilarity()) + ").";
    }
}
