package hopfield.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hopfield.metric.Cell;
import hopfield.noise.GaussianAnalog;
import hopfield.theory.CapacityLaw;
import hopfield.theory.MeanField;
import hopfield.theory.OneStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Predictions of theory for the rules in a sweep over random patterns.
 *
 * @param run which of the runs side by side
 * @param name of the run, to tell it from others; may be empty
 * @param cells the cells of the rules that theory speaks of
 * @param laws their capacity laws
 */
record Theory(int run, String name, List<Cell> cells, List<Law> laws) {
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

    /** A curve of the Hebbian rule: one step from cues of a level. */
    record Curve(String noise, double level, List<Point> points) {}

    /** One for each run of random patterns in which a rule that theory speaks of was probed with stored images. */
    static List<Theory> of(List<Report> runs, List<ShownCells> shown) {
        return IntStream.range(0, runs.size())
                .mapToObj(run -> of(
                        run,
                        runs.size() > 1 ? runs.get(run).name() : "",
                        runs.get(run).setting(),
                        shown.get(run)))
                .filter(theory -> !theory.cells().isEmpty())
                .toList();
    }

    private static Theory of(int run, String name, Setting setting, ShownCells shown) {
        int neurons = setting.neurons();
        List<Cell> cells = setting.images() != Setting.Images.RANDOM || neurons < 2
                ? List.of()
                : shown.cells().stream()
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
        return new Theory(run, name, cells, laws);
    }

    private List<Cell> hebbian() {
        return cells.stream().filter(cell -> cell.rule().equals(HEBBIAN)).toList();
    }

    /** The largest load of the Hebbian rule to draw. */
    double end() {
        return 1.05
                * Stream.concat(
                                hebbian().stream().map(Cell::load),
                                laws.stream()
                                        .filter(law -> law.rule().equals(HEBBIAN))
                                        .map(Law::load))
                        .max(Comparator.naturalOrder())
                        .orElse(0.0);
    }

    /** Overlap of the Hebbian network at rest, from no load to the critical one, where it drops to 0. */
    static List<Point> atRest() {
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
        return end() == 0
                ? List.of()
                : IntStream.rangeClosed(1, STEPS)
                        .mapToObj(k -> new Point(end() * k / STEPS, OneStep.overlap(overlap, end() * k / STEPS)))
                        .toList();
    }

    /** One step from the cues of each noise kind and level that the Hebbian rule was given, exact ones aside. */
    List<Curve> oneSteps() {
        record Key(String noise, double level) {}
        return hebbian().stream()
                .collect(groupingBy(cell -> new Key(cell.noise(), cell.level()), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .filter(of -> of.getValue().stream().anyMatch(cell -> cueOverlap(cell) < 1))
                .map(of -> new Curve(
                        of.getKey().noise(),
                        of.getKey().level(),
                        afterOneStep(of.getValue().stream()
                                        .mapToDouble(cell -> cueOverlap(cell) * cell.images())
                                        .sum()
                                / of.getValue().stream().mapToLong(Cell::images).sum())))
                .toList();
    }

    /**
     * m0, the mean overlap of a cell's cues with their originals. Real cues x + sigma n bring the crosstalk of 1 + sigma^2 with the
     * signal of 1, as states of an overlap of 1 / sqrt(1 + sigma^2) would.
     */
    static double cueOverlap(Cell cell) {
        return cell.noise().equals(new GaussianAnalog(1).kind())
                ? 1 / Math.sqrt(1 + cell.level() * cell.level())
                : 2 * cell.means().inputSimilarity() - 1;
    }

    /**
     * Half the width of the 95 % interval of a cell's overlap over its stored probes; not a number where the cell's errors are of
     * others as well.
     */
    static double overlapMargin(Cell cell) {
        return cell.unstored().probes() == 0 ? 2 * cell.errors().similarity().margin() : Double.NaN;
    }

    private static String interval(Cell cell) {
        String interval = Numbers.interval(cell.storedOverlap(), overlapMargin(cell), -1, 1, Numbers::fixed);
        return interval.isEmpty() ? "" : interval + ", ";
    }

    /** Measured overlaps of the Hebbian rule beside both curves, a table per noise kind. */
    List<RuleTable> tables() {
        List<Cell> hebbian = hebbian();
        return hebbian.stream()
                .map(Cell::noise)
                .distinct()
                .map(noise -> table(
                        (name.isEmpty() ? "Overlap" : name + ": overlap")
                                + " of hebbian with the stored pattern, measured and in theory",
                        noise,
                        hebbian.stream()
                                .filter(cell -> cell.noise().equals(noise))
                                .toList()))
                .toList();
    }

    private static RuleTable table(String caption, String noise, List<Cell> cells) {
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
        return new RuleTable(caption, "P", columns, rows).within(Room.MOST_COLUMNS);
    }

    private static RuleTable.Row row(List<Double> levels, List<Cell> cells) {
        double load = cells.get(0).load();
        OptionalDouble rest = MeanField.retrievalOverlap(load);
        Stream<RuleTable.Entry> measured = levels.stream().map(level -> cells.stream()
                .filter(cell -> cell.level() == level)
                .findFirst()
                .map(cell -> new RuleTable.Entry(
                        Numbers.fixed(cell.storedOverlap()),
                        interval(cell) + Numbers.count(cell.stored(), "probe") + "; one step, N → ∞: "
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
