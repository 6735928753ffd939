package hopfield.cli;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What charts and tables should say of a run's cells, as trees of the charts' names: computed by SQL from the rows, without the
 * product's code. What tables alone show stands apart.
 */
final class CellQueries {
    static final String CELL = "rule, patterns, noise, level";

    /** Values whose means have intervals; those of {@link #IN_TABLES} stand in tables alone. */
    private static final Map<String, String> VALUES = Map.of(
            "similarity", "double(similarity)",
            "gain", "double(similarity) - double(input_similarity)",
            "ssim", "double(ssim)",
            "steps", "double(steps)",
            "inputSimilarity", "double(input_similarity)",
            "blankSimilarity", "double(foreground) / %d",
            "iou", "double(iou)",
            "unstoredInputSimilarity", "if(stored, null, double(input_similarity))",
            "unstoredSimilarity", "if(stored, null, double(similarity))");

    private static final List<String> IN_CHARTS = List.of("similarity", "gain", "ssim", "steps");
    private static final List<String> IN_TABLES =
            VALUES.keySet().stream().filter(name -> !IN_CHARTS.contains(name)).toList();

    private final Dataset<Row> rows;
    private final int neurons;
    private final Map<List<Object>, Map<String, Object>> cells = byText();
    private final Map<List<Object>, Map<String, Double>> inTables = byText();

    CellQueries(Dataset<Row> rows, int neurons) {
        String share = "round(double(%s) * " + neurons + ") / " + neurons;
        this.rows = rows.withColumn("similarity", expr(String.format(share, "similarity")))
                .withColumn("input_similarity", expr(String.format(share, "input_similarity")));
        this.neurons = neurons;
        this.rows.createOrReplaceTempView("recalls");
        means();
        margins();
        new OutcomeQueries(new RateQueries(rows.sparkSession()), cells).add();
    }

    static <T> Map<List<Object>, T> byText() {
        return new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    }

    /** The cells by rule, load, noise kind and level. */
    Map<List<Object>, Map<String, Object>> cells() {
        return cells;
    }

    /** N. */
    int neurons() {
        return neurons;
    }

    /** What tables alone show of a cell: the mean iou; and half widths of intervals, null where one image tells none. */
    Map<String, Double> inTables(Map<String, Object> cell) {
        return inTables.get(List.of(cell.get("rule"), cell.get("patterns"), cell.get("noise"), cell.get("level")));
    }

    private List<Row> sql(String query) {
        return rows.sparkSession().sql(query).collectAsList();
    }

    static List<Object> key(Row row) {
        return List.of(row.getAs("rule"), row.getAs("patterns"), row.getAs("noise"), row.getAs("level"));
    }

    private void means() {
        for (Row row : sql("select " + CELL + ", count(*) images, count_if(stored) stored, count_if(restored) restored,"
                + " avg(double(input_similarity)) cue, avg(double(similarity)) similarity, 1 - avg(foreground) / "
                + neurons
                + " blank, avg(double(ssim)) ssim, avg(steps) steps, avg(double(iou)) iou"
                + ", count_if(not stored) unstored, avg(double(input_similarity)) filter (where not stored) unstored_cue,"
                + " avg(double(similarity)) filter (where not stored) unstored_similarity from recalls group by "
                + CELL)) {
            Map<String, Object> cell = new LinkedHashMap<>();
            List<Object> key = key(row);
            long stored = row.getAs("stored");
            for (String name :
                    List.of("rule", "patterns", "noise", "level", "images", "stored", "similarity", "ssim", "steps")) {
                cell.put(name, row.getAs(name));
            }
            cell.put("load", row.<Integer>getAs("patterns") / (double) neurons);
            cell.put("suffices", stored > 0 && 100 * row.<Long>getAs("restored") >= 95 * stored);
            cell.put("inputSimilarity", row.getAs("cue"));
            cell.put("blankSimilarity", row.getAs("blank"));
            cell.put("overlap", 2 * row.<Double>getAs("similarity") - 1);
            cell.put("psnr", decibels(row.getAs("similarity")));
            cell.put("inputPsnr", decibels(row.getAs("cue")));
            cell.put("blankPsnr", decibels(row.getAs("blank")));
            if (row.<Long>getAs("unstored") > 0) {
                Map<String, Object> unstored = new LinkedHashMap<>();
                unstored.put("probes", row.getAs("unstored"));
                unstored.put("inputSimilarity", row.getAs("unstored_cue"));
                unstored.put("similarity", row.getAs("unstored_similarity"));
                cell.put("unstored", unstored);
            }
            cells.put(key, cell);
            inTables.put(key, new LinkedHashMap<>(Map.of("iou", row.<Double>getAs("iou"))));
        }
    }

    private static Double decibels(double similarity) {
        return similarity > 1 - 1e-9 ? null : -10 * Math.log10(1 - similarity);
    }

    private void margins() {
        for (Row row : sql(StandardErrorSql.of(CELL, values(), "true"))) {
            Map<String, Object> cell = cells.get(key(row));
            cell.put(
                    "margins",
                    Arrays.asList(IN_CHARTS.stream()
                            .map(name -> (Object) StandardErrorSql.margin(row, name))
                            .toArray()));
            IN_TABLES.forEach(name -> inTables.get(key(row)).put(name + "Margin", StandardErrorSql.margin(row, name)));
        }
    }

    private Map<String, String> values() {
        return VALUES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, value -> value.getValue()
                .replace("%d", "" + neurons)));
    }

    /** The last of the cells in a row whose restored rate is at least this, beginning with the first that has stored probes. */
    Map<String, Object> reach(String byName, Object by, String alongName, Map<String, Object> fixed, double required) {
        List<Map<String, Object>> line = cells.values().stream()
                .filter(cell -> fixed.entrySet().stream()
                        .allMatch(one -> cell.get(one.getKey()).equals(one.getValue())))
                .filter(cell -> cell.get(byName).equals(by) && (Long) cell.get("stored") > 0)
                .sorted((a, b) -> Double.compare(
                        ((Number) a.get(alongName)).doubleValue(), ((Number) b.get(alongName)).doubleValue()))
                .toList();
        int passed = (int) IntStream.range(0, line.size())
                .takeWhile(k -> (Double) ((List<?>) line.get(k).get("restored")).get(0) >= required)
                .count();
        Map<String, Object> reach = new LinkedHashMap<>(fixed);
        reach.put(byName, by);
        reach.put(alongName, passed == 0 ? null : line.get(passed - 1).get(alongName));
        reach.put("measured", line.size());
        reach.put("bounded", passed < line.size());
        return reach;
    }
}
