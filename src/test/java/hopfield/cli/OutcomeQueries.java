package hopfield.cli;

import static hopfield.cli.CellQueries.CELL;
import static hopfield.cli.CellQueries.key;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Adds to queried cells what is counted of them: rates, final states, confusion and classes. */
final class OutcomeQueries {
    private static final List<String> STATES = List.of("original", "inverse", "stored", "blank", "mixture");
    private static final String CLASSED = "stored and label is not null and nearest_label is not null";

    private final RateQueries rates;
    private final Map<List<Object>, Map<String, Object>> cells;
    private final boolean severalTrials;

    OutcomeQueries(RateQueries rates, Map<List<Object>, Map<String, Object>> cells) {
        this.rates = rates;
        this.cells = cells;
        this.severalTrials = rates.severalTrials();
    }

    void add() {
        rates();
        finalStates();
        confusion();
        classes();
        for (Map<String, Object> cell : cells.values()) {
            if (list(cell, "confusion").isEmpty()) {
                cell.put("confusion", null);
                cell.put("classes", null);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> cell, String name) {
        return (List<Object>) cell.computeIfAbsent(name, first -> new ArrayList<>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> unstored(Map<String, Object> cell) {
        return (Map<String, Object>) cell.get("unstored");
    }

    private void rates() {
        Map<List<Object>, Map<String, RateQueries.Hits>> hits =
                rates.hits(CELL, RateQueries.HITS, "recalls", CellQueries::key);
        cells.forEach((key, cell) -> {
            for (String what : RateQueries.HITS.keySet()) {
                RateQueries.Hits found = hits.get(key).get(what);
                List<Double> rate = found == null ? null : RateQueries.wilson(found);
                if (!what.startsWith("unstored ")) {
                    cell.put(what, rate);
                } else if (cell.get("unstored") != null) {
                    unstored(cell).put(what.substring(9), rate);
                }
            }
        });
    }

    /** Counts; where trials are not independent, then how many independent ones tell as much of each share. */
    private void finalStates() {
        String states = STATES.stream()
                .map(state -> "count_if(stored and became = '" + state + "')")
                .collect(Collectors.joining(", ", "array(", ") became"));
        rates.sql("select " + CELL + ", " + states + " from recalls group by " + CELL)
                .forEach(
                        row -> list(cells.get(key(row)), "became").addAll(row.<Long>getList(row.fieldIndex("became"))));
        if (severalTrials) {
            Map<String, String> kinds = STATES.stream()
                    .collect(Collectors.toMap(state -> state, state -> "if(stored, became = '" + state + "', null)"));
            rates.hits(CELL, kinds, "recalls", CellQueries::key).forEach((key, hits) -> STATES.stream()
                    .filter(hits::containsKey)
                    .forEach(state -> list(cells.get(key), "became").add(RateQueries.effective(hits.get(state)))));
        }
    }

    private void confusion() {
        cells.values().forEach(cell -> list(cell, "confusion"));
        if (severalTrials) {
            rates
                    .hits(
                            CELL + ", label, taken",
                            Map.of("taken", "nearest_label = taken"),
                            "(select *, explode(sequence(0, 9)) taken from recalls where " + CLASSED + ")",
                            row -> List.of(key(row), row.<Short>getAs("label"), row.<Integer>getAs("taken")))
                    .entrySet()
                    .stream()
                    .filter(one -> one.getValue().get("taken").y() > 0)
                    .sorted(Comparator.comparing(one -> place(one.getKey())))
                    .forEach(one -> {
                        RateQueries.Hits hits = one.getValue().get("taken");
                        List<Object> entry = new ArrayList<>(
                                List.of(one.getKey().get(1), one.getKey().get(2), hits.y()));
                        if (RateQueries.isClustered(hits)) {
                            entry.add(RateQueries.effective(hits));
                        }
                        list(cells.get(one.getKey().get(0)), "confusion").add(entry);
                    });
            return;
        }
        rates.sql("select " + CELL + ", label, nearest_label, count(*) times from recalls where " + CLASSED
                        + " group by " + CELL + ", label, nearest_label order by label, nearest_label")
                .forEach(row -> list(cells.get(key(row)), "confusion")
                        .add(List.of(row.getAs("label"), row.getAs("nearest_label"), row.getAs("times"))));
    }

    private static int place(List<Object> confused) {
        return 10 * (Short) confused.get(1) + (Integer) confused.get(2);
    }

    private static List<Object> ofClass(Row row) {
        return List.of(key(row), row.<Short>getAs("label"));
    }

    private void classes() {
        cells.values().forEach(cell -> list(cell, "classes"));
        String group = CELL + ", label";
        String classed = "stored and label is not null";
        Map<List<Object>, Double> margins = CellQueries.byText();
        rates.sql(StandardErrorSql.of(group, Map.of("similarity", "double(similarity)"), classed))
                .forEach(row -> margins.put(ofClass(row), StandardErrorSql.margin(row, "similarity")));
        List<String> kinds = List.of("restored", "identified", "exact");
        Map<List<Object>, Map<String, RateQueries.Hits>> hits = rates.hits(
                group,
                kinds.stream().collect(Collectors.toMap(kind -> kind, kind -> kind)),
                "(select * from recalls where " + classed + ")",
                OutcomeQueries::ofClass);
        for (Row row :
                rates.sql("select " + group + ", count(*) probes, avg(double(similarity)) similarity from recalls"
                        + " where " + classed + " group by " + group + " order by label")) {
            List<RateQueries.Hits> counted =
                    kinds.stream().map(hits.get(ofClass(row))::get).toList();
            List<Object> numbers = new ArrayList<>(List.of(row.getAs("label"), row.getAs("probes")));
            counted.forEach(hit -> numbers.add(hit.y()));
            numbers.add(row.getAs("similarity"));
            numbers.add(margins.get(ofClass(row)));
            if (counted.stream().anyMatch(RateQueries::isClustered)) {
                counted.forEach(hit -> numbers.add(RateQueries.effective(hit)));
            }
            list(cells.get(key(row)), "classes").add(numbers);
        }
    }
}
