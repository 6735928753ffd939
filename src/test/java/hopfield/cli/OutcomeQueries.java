package hopfield.cli;

import static hopfield.cli.CellQueries.CELL;
import static hopfield.cli.CellQueries.key;

import java.util.ArrayList;
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
        for (String what : RateQueries.HITS.keySet()) {
            Map<List<Object>, List<Double>> found = rates.rates(what);
            cells.forEach((key, cell) -> {
                if (!what.startsWith("unstored ")) {
                    cell.put(what, found.get(key));
                } else if (cell.get("unstored") != null) {
                    unstored(cell).put(what.substring(9), found.get(key));
                }
            });
        }
    }

    /** Counts; where trials are not independent, then how many independent ones tell as much of each share. */
    private void finalStates() {
        String states = STATES.stream()
                .map(state -> "count_if(stored and became = '" + state + "')")
                .collect(Collectors.joining(", ", "array(", ") became"));
        rates.sql("select " + CELL + ", " + states + " from recalls group by " + CELL)
                .forEach(
                        row -> list(cells.get(key(row)), "became").addAll(row.<Long>getList(row.fieldIndex("became"))));
        for (int k = 0; severalTrials && k < STATES.size(); k++) {
            rates.hits(CELL, "if(stored, became = '" + STATES.get(k) + "', null)", "recalls")
                    .forEach(row -> list(cells.get(key(row)), "became").add(RateQueries.effective(row)));
        }
    }

    private void confusion() {
        cells.values().forEach(cell -> list(cell, "confusion"));
        if (severalTrials) {
            rates
                    .hits(
                            CELL + ", label, taken",
                            "nearest_label = taken",
                            "(select *, explode(sequence(0, 9)) taken from recalls where " + CLASSED + ")")
                    .stream()
                    .filter(row -> row.<Long>getAs("y") > 0)
                    .sorted((a, b) -> Integer.compare(place(a), place(b)))
                    .forEach(row -> {
                        List<Object> entry =
                                new ArrayList<>(List.of(row.getAs("label"), row.getAs("taken"), row.getAs("y")));
                        if (RateQueries.isClustered(row)) {
                            entry.add(RateQueries.effective(row));
                        }
                        list(cells.get(key(row)), "confusion").add(entry);
                    });
            return;
        }
        rates.sql("select " + CELL + ", label, nearest_label, count(*) times from recalls where " + CLASSED
                        + " group by " + CELL + ", label, nearest_label order by label, nearest_label")
                .forEach(row -> list(cells.get(key(row)), "confusion")
                        .add(List.of(row.getAs("label"), row.getAs("nearest_label"), row.getAs("times"))));
    }

    private static int place(Row row) {
        return 10 * row.<Short>getAs("label") + row.<Integer>getAs("taken");
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
        List<Map<List<Object>, Row>> hits = new ArrayList<>();
        for (String what : List.of("restored", "identified", "exact")) {
            Map<List<Object>, Row> byClass = CellQueries.byText();
            rates.hits(group, what, "(select * from recalls where " + classed + ")")
                    .forEach(row -> byClass.put(ofClass(row), row));
            hits.add(byClass);
        }
        for (Row row :
                rates.sql("select " + group + ", count(*) probes, avg(double(similarity)) similarity from recalls"
                        + " where " + classed + " group by " + group + " order by label")) {
            List<Row> counted =
                    hits.stream().map(byClass -> byClass.get(ofClass(row))).toList();
            List<Object> numbers = new ArrayList<>(List.of(row.getAs("label"), row.getAs("probes")));
            counted.forEach(hit -> numbers.add(hit.getAs("y")));
            numbers.add(row.getAs("similarity"));
            numbers.add(margins.get(ofClass(row)));
            if (counted.stream().anyMatch(RateQueries::isClustered)) {
                counted.forEach(hit -> numbers.add(RateQueries.effective(hit)));
            }
            list(cells.get(key(row)), "classes").add(numbers);
        }
    }
}
