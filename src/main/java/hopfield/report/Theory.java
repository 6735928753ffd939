package hopfield.report;

import hopfield.metric.Cell;
import hopfield.theory.CapacityLaw;
import hopfield.theory.MeanField;
import hopfield.theory.OneStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What theory says of the rules in a sweep over random patterns.
 *
 * @param cells the cells of the rules that theory speaks of
 * @param laws their capacity laws
 * @param end the largest load to draw
 */
record Theory(List<Cell> cells, List<Law> laws, double end) {
    static final String HEBBIAN = "hebbian";

    private static final int STEPS = 120;

    private static final Map<String, List<Named>> NAMED = Map.of(
            HEBBIAN,
            List.of(
                    new Named(CapacityLaw.HEBBIAN_EVERY_PATTERN_EXACT, "N / (4 ln N), all exact"),
                    new Named(CapacityLaw.HEBBIAN_ALMOST_EVERY_PATTERN_EXACT, "N / (2 ln N), almost all exact"),
                    new Named(CapacityLaw.HEBBIAN_RETRIEVAL, "0.138 N, few errors")),
            "storkey",
            List.of(new Named(CapacityLaw.STORKEY, "N / √(2 ln N)")),
            "projection",
            List.of(new Named(CapacityLaw.PROJECTION, "N")));

    private record Named(CapacityLaw law, String name) {}

    /**
     * A capacity law of a rule.
     *
     * @param load P / N
     * @param patterns P
     */
    record Law(String rule, String name, double load, double patterns) {}

    /** A point of a curve: overlap against load. */
    record Point(double load, double overlap) {}

    /** Of one run; nothing where images are pictures, or no rule among those that theory speaks of was probed with stored images. */
    static Theory of(List<Report> runs) {
        if (runs.size() != 1) {
            return new Theory(List.of(), List.of(), 0);
        }
        Report report = runs.get(0);
        int neurons = report.setting().neurons();
        List<Cell> cells = report.setting().images() != Setting.Images.RANDOM || neurons < 2
                ? List.of()
                : report.cells().stream()
                        .filter(cell -> NAMED.containsKey(cell.rule()) && cell.stored() > 0)
                        .toList();
        List<Law> laws = cells.stream()
                .map(Cell::rule)
                .distinct()
                .flatMap(rule -> NAMED.get(rule).stream().map(named -> {
                    double patterns = named.law().patterns(neurons);
                    return new Law(rule, named.name(), patterns / neurons, patterns);
                }))
                .toList();
        double end = Stream.concat(cells.stream().map(Cell::load), laws.stream().map(Law::load))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        return new Theory(cells, laws, end);
    }

    /** Overlap of the Hebbian network at rest, from no load to the critical one, where it drops to 0. */
    List<Point> atRest() {
        double critical = MeanField.criticalLoad();
        List<Point> points = new ArrayList<>(List.of(new Point(0, 1)));
        for (int k = 1; k < STEPS; k++) {
            double load = critical * k / STEPS;
            MeanField.retrievalOverlap(load).ifPresent(overlap -> points.add(new Point(load, overlap)));
        }
        points.add(new Point(critical, MeanField.criticalOverlap()));
        points.add(new Point(critical, 0));
        return points;
    }

    /** Overlap of the Hebbian network one synchronous step from cues of an overlap m0 with a stored pattern. */
    List<Point> afterOneStep(double overlap) {
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(k -> new Point(end * k / STEPS, OneStep.overlap(overlap, end * k / STEPS)))
                .toList();
    }

    /** m0, the mean overlap of a cell's cues with their originals. */
    static double cueOverlap(Cell cell) {
        return 2 * cell.means().inputSimilarity() - 1;
    }

    /** Measured overlaps of the Hebbian rule beside both curves, a table per noise kind. */
    List<RuleTable> tables() {
        List<Cell> hebbian =
                cells.stream().filter(cell -> cell.rule().equals(HEBBIAN)).toList();
        return hebbian.stream()
                .map(Cell::noise)
                .distinct()
                .map(noise -> table(
                        noise,
                        hebbian.stream()
                                .filter(cell -> cell.noise().equals(noise))
                                .toList()))
                .toList();
    }

    private static RuleTable table(String noise, List<Cell> cells) {
        List<Double> levels =
                cells.stream().map(Cell::level).distinct().sorted().toList();
        List<String> columns = Stream.concat(
                        levels.stream().map(level -> noise + " " + Numbers.level(level)),
                        Stream.of("at rest, N → ∞", "bit error of one step, N → ∞"))
                .toList();
        List<RuleTable.Row> rows = cells.stream()
                .map(Cell::patterns)
                .distinct()
                .sorted()
                .map(load -> row(
                        levels,
                        cells.stream().filter(cell -> cell.patterns() == load).toList()))
                .toList();
        return new RuleTable("Overlap of hebbian with the stored pattern: measured, and in theory", "P", columns, rows);
    }

    private static RuleTable.Row row(List<Double> levels, List<Cell> cells) {
        double load = cells.get(0).load();
        OptionalDouble rest = MeanField.retrievalOverlap(load);
        Stream<RuleTable.Entry> measured = levels.stream().map(level -> cells.stream()
                .filter(cell -> cell.level() == level)
                .findFirst()
                .map(cell -> new RuleTable.Entry(
                        Numbers.fixed(cell.storedOverlap()),
                        Numbers.count(cell.stored()) + " probes; one step, N → ∞: "
                                + Numbers.fixed(OneStep.overlap(cueOverlap(cell), load)),
                        false))
                .orElse(RuleTable.Entry.unknown("not measured")));
        Stream<RuleTable.Entry> theory = Stream.of(
                new RuleTable.Entry(
                        rest.isPresent() ? Numbers.fixed(rest.getAsDouble()) : "none",
                        rest.isPresent() ? "" : "above the critical load",
                        false),
                new RuleTable.Entry(Numbers.fixed(OneStep.bitError(load)), "of a stored pattern", false));
        return new RuleTable.Row(
                Numbers.count(cells.get(0).patterns()),
                Stream.concat(measured, theory).toList());
    }
}
