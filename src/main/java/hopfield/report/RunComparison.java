package hopfield.report;

import hopfield.metric.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Several runs side by side: what sets them apart, and what they restored in the cells that two or more of them have. */
final class RunComparison {
    private record Key(String rule, String noise, int patterns, double level) {
        static Key of(Cell cell) {
            return new Key(cell.rule(), cell.noise(), cell.patterns(), cell.level());
        }
    }

    private RunComparison() {}

    /**
     * Restored rates, a row per cell and a column per run; the best is marked where its interval lies above all others.
     *
     * @param most rows; where there are more cells, the caption says so
     */
    static RuleTable restored(List<Report> runs, int most) {
        List<Map<Key, Cell>> byKey = new ArrayList<>();
        Set<Key> keys = new LinkedHashSet<>();
        for (Report run : runs) {
            Map<Key, Cell> cells = new HashMap<>();
            run.cells().stream().filter(cell -> cell.stored() > 0).forEach(cell -> cells.put(Key.of(cell), cell));
            run.cells().forEach(cell -> keys.add(Key.of(cell)));
            byKey.add(cells);
        }
        List<Key> common = keys.stream()
                .filter(key ->
                        byKey.stream().filter(cells -> cells.containsKey(key)).count() > 1)
                .toList();
        List<RuleTable.Row> rows = common.stream()
                .limit(most)
                .map(key -> row(key, byKey.stream().map(cells -> cells.get(key)).toList()))
                .toList();
        return new RuleTable(
                "Restored, % of the stored images, with the Wilson 95 % interval; marked where it lies above all others"
                        + (common.size() <= most
                                ? ""
                                : ". These are the first " + most + " of " + Numbers.count(common.size())
                                        + " cells that the runs share; the rows of all are in capacity.csv"),
                "Cell",
                runs.stream().map(Report::name).toList(),
                rows);
    }

    private static RuleTable.Row row(Key key, List<Cell> cells) {
        List<RuleTable.Entry> entries = new ArrayList<>();
        for (Cell cell : cells) {
            if (cell == null) {
                entries.add(RuleTable.Entry.unknown("not measured"));
            } else {
                boolean best = cells.stream()
                        .filter(Objects::nonNull)
                        .allMatch(other -> other == cell
                                || cell.restored().low() > other.restored().high());
                entries.add(new RuleTable.Entry(
                        Numbers.percent(cell.restored().value()), Numbers.interval(cell.restored()), best));
            }
        }
        return new RuleTable.Row(
                key.rule() + ", P\u00a0=\u00a0" + Numbers.count(key.patterns()) + ", " + key.noise() + " "
                        + Numbers.level(key.level()),
                entries);
    }

    /** The differences in the provenance of the runs. */
    static RuleTable differences(List<Report> runs) {
        List<Map<String, String>> flat = runs.stream()
                .map(run -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    Provenance.of(run.provenance()).forEach(part -> part.entries()
                            .forEach(entry -> values.put(part.name() + " " + entry.path(), entry.value())));
                    return values;
                })
                .toList();
        Set<String> paths = new LinkedHashSet<>();
        flat.forEach(values -> paths.addAll(values.keySet()));
        return new RuleTable(
                "Where the runs come from, as far as they differ",
                "",
                runs.stream().map(Report::name).toList(),
                paths.stream()
                        .filter(path -> flat.stream()
                                        .map(values -> values.get(path))
                                        .distinct()
                                        .count()
                                > 1)
                        .map(path -> new RuleTable.Row(
                                path,
                                flat.stream()
                                        .map(values ->
                                                new RuleTable.Entry(values.getOrDefault(path, Numbers.DASH), "", false))
                                        .toList()))
                        .toList());
    }
}
