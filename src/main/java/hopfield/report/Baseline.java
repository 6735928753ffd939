package hopfield.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import hopfield.metric.Cell;
import hopfield.metric.Rate;
import hopfield.metric.RateDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rules beside the baseline, which answers with the stored pattern nearest to the cue: a cell's restored rate is above or below
 * the baseline's at the same load, noise kind and level where the 95 % interval of their {@linkplain RateDifference difference}
 * leaves 0 out, else level with it. Of many cells that are level in truth, one in twenty at most falls out by chance.
 *
 * @param comparisons each cell of the other rules that has stored probes, as the baseline's cell there has
 */
record Baseline(List<Comparison> comparisons) {
    /** The label of the rule that is the baseline. */
    static final String RULE = "nearest";

    /** How a cell compares with the baseline's. */
    record Comparison(Cell cell, Verdict verdict) {}

    /** Where a rate lies. */
    enum Verdict {
        ABOVE,
        LEVEL,
        BELOW;

        private static Verdict of(Rate rate, Rate baseline) {
            RateDifference difference = new RateDifference(rate, baseline);
            return difference.low() > 0 ? ABOVE : difference.high() < 0 ? BELOW : LEVEL;
        }
    }

    /** No comparison where the baseline is not among the rules. */
    static Baseline of(List<Cell> cells) {
        record Key(int patterns, String noise, double level) {
            static Key of(Cell cell) {
                return new Key(cell.patterns(), cell.noise(), cell.level());
            }
        }
        Map<Key, Rate> baseline = cells.stream()
                .filter(cell -> cell.rule().equals(RULE) && cell.stored() > 0)
                .collect(toMap(Key::of, Cell::restored));
        return new Baseline(cells.stream()
                .filter(cell -> !cell.rule().equals(RULE) && cell.stored() > 0 && baseline.containsKey(Key.of(cell)))
                .map(cell -> new Comparison(cell, Verdict.of(cell.restored(), baseline.get(Key.of(cell)))))
                .toList());
    }

    /** A sentence per rule, in the order of the cells. */
    List<Answer> answers() {
        return comparisons.stream()
                .map(one -> one.cell().rule())
                .distinct()
                .map(this::answer)
                .toList();
    }

    private Answer answer(String rule) {
        Map<Verdict, List<Comparison>> byVerdict = comparisons.stream()
                .filter(one -> one.cell().rule().equals(rule))
                .collect(groupingBy(Comparison::verdict));
        int above = count(byVerdict, Verdict.ABOVE);
        int level = count(byVerdict, Verdict.LEVEL);
        int below = count(byVerdict, Verdict.BELOW);
        int all = above + level + below;
        return new Answer(
                rule,
                (above == 0 ? "never beats" : "beats")
                        + " the nearest-pattern baseline: its restored rate lies above in "
                        + above + ", level in " + level + " and below in " + below + " of "
                        + Numbers.count(all, "cell") + ".",
                above > 0);
    }

    private static int count(Map<Verdict, List<Comparison>> byVerdict, Verdict verdict) {
        return byVerdict.getOrDefault(verdict, List.of()).size();
    }

    /** One table per noise kind: a row per rule, a column per level, the loads at which it is above, level and below. */
    List<RuleTable> tables() {
        return comparisons.stream()
                .map(one -> one.cell().noise())
                .distinct()
                .map(noise -> table(
                        noise,
                        comparisons.stream()
                                .filter(one -> one.cell().noise().equals(noise))
                                .toList()))
                .toList();
    }

    private static RuleTable table(String noise, List<Comparison> ofNoise) {
        List<Double> levels = ofNoise.stream()
                .map(one -> one.cell().level())
                .distinct()
                .sorted()
                .toList();
        List<RuleTable.Row> rows = ofNoise.stream()
                .map(one -> one.cell().rule())
                .distinct()
                .map(rule -> new RuleTable.Row(
                        rule,
                        levels.stream()
                                .map(level -> entry(ofNoise.stream()
                                        .filter(one -> one.cell().rule().equals(rule)
                                                && Objects.equals(one.cell().level(), level))
                                        .toList()))
                                .toList()))
                .toList();
        return new RuleTable(
                "Loads at which a rule beats the nearest-pattern baseline, by level of " + noise + " noise",
                noise,
                levels.stream().map(Numbers::level).toList(),
                rows);
    }

    private static RuleTable.Entry entry(List<Comparison> cells) {
        if (cells.isEmpty()) {
            return RuleTable.Entry.unknown("not measured");
        }
        List<String> others = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.LEVEL, Verdict.BELOW)) {
            String loads = loads(cells, verdict);
            if (!loads.isEmpty()) {
                others.add((verdict == Verdict.LEVEL ? "level: " : "below: ") + loads);
            }
        }
        String above = loads(cells, Verdict.ABOVE);
        return new RuleTable.Entry(
                above.isEmpty() ? "none" : "P\u00a0=\u00a0" + above, String.join("; ", others), !above.isEmpty());
    }

    private static String loads(List<Comparison> cells, Verdict verdict) {
        if (cells.size() > 2 && cells.stream().allMatch(one -> one.verdict() == verdict)) {
            return "all";
        }
        return cells.stream()
                .filter(one -> one.verdict() == verdict)
                .map(one -> one.cell().patterns())
                .sorted()
                .map(Numbers::count)
                .collect(joining(", "));
    }
}
