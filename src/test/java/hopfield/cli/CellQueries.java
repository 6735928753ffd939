package hopfield.cli;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What charts should say of a run's cells, as trees of the same names: computed by SQL from the rows, without the product's code. */
final class CellQueries {
    private static final String CELL = "rule, patterns, noise, level";
    private static final double Z = 1.959963984540054;
    private static final List<String> STATES = List.of("original", "inverse", "stored", "blank", "mixture");

    private final Dataset<Row> rows;
    private final int neurons;
    private final Map<List<Object>, Map<String, Object>> cells =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));

    CellQueries(Dataset<Row> rows, int neurons) {
        String share = "round(double(%s) * " + neurons + ") / " + neurons;
        this.rows = rows.withColumn("similarity", expr(String.format(share, "similarity")))
                .withColumn("input_similarity", expr(String.format(share, "input_similarity")));
        this.neurons = neurons;
        this.rows.createOrReplaceTempView("recalls");
        means();
        errors();
        rates();
        classes();
    }

    /** The cells by rule, load, noise kind and level. */
    Map<List<Object>, Map<String, Object>> cells() {
        return cells;
    }

    private List<Row> sql(String query) {
        return rows.sparkSession().sql(query).collectAsList();
    }

    private static List<Object> key(Row row) {
        return List.of(row.getAs("rule"), row.getAs("patterns"), row.getAs("noise"), row.getAs("level"));
    }

    private void means() {
        String states = STATES.stream()
                .map(state -> "count_if(stored and became = '" + state + "')")
                .collect(Collectors.joining(", ", "array(", ") became"));
        for (Row row : sql("select " + CELL + ", count(*) images, count_if(stored) stored, count_if(restored) restored,"
                + " avg(double(input_similarity)) cue, avg(double(similarity)) similarity, 1 - avg(foreground) / "
                + neurons
                + " blank, avg(double(ssim)) ssim, avg(steps) steps, "
                + states
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
            cell.put("became", row.getList(row.fieldIndex("became")));
            if (row.<Long>getAs("unstored") > 0) {
                Map<String, Object> unstored = new LinkedHashMap<>();
                unstored.put("probes", row.getAs("unstored"));
                unstored.put("inputSimilarity", row.getAs("unstored_cue"));
                unstored.put("similarity", row.getAs("unstored_similarity"));
                cell.put("unstored", unstored);
            }
            cells.put(key, cell);
        }
    }

    private static Double decibels(double similarity) {
        return similarity > 1 - 1e-9 ? null : -10 * Math.log10(1 - similarity);
    }

    /** sqrt(C / (C - 1) * sum_c (x_c - x m_c)^2) / n over the images c of a network. */
    private void errors() {
        List<String> values = List.of(
                "double(similarity)", "double(similarity) - double(input_similarity)", "double(ssim)", "double(steps)");
        for (List<Object> key : cells.keySet()) {
            cells.get(key).put("errors", Arrays.asList(new Object[values.size()]));
        }
        for (int k = 0; k < values.size(); k++) {
            int at = k;
            sql(error(CELL, values.get(k), "true"))
                    .forEach(row -> list(cells.get(key(row)), "errors").set(at, row.getAs("error")));
        }
    }

    private static String error(String group, String value, String counted) {
        String images = "select " + group + ", network, image, sum(" + value + ") x, count(" + value
                + ") m from recalls where " + counted + " group by " + group + ", network, image having m > 0";
        return "select " + group
                + ", sqrt(try_divide(count(*), count(*) - 1) * sum(pow(x - mean * m, 2))) / sum(m) error,"
                + " count(*) images from (select *, sum(x) over (partition by " + group + ") / sum(m) over"
                + " (partition by " + group + ") mean from (" + images + ")) group by " + group
                + " having images > 1";
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> cell, String name) {
        return (List<Object>) cell.get(name);
    }

    /** What is counted, as SQL that is null of a recall that does not count. */
    private static final Map<String, String> HITS = Map.of(
            "restored", "if(stored, restored, null)",
            "identified", "if(stored, identified, null)",
            "exact", "if(stored, exact, null)",
            "improved", "if(stored, improved, null)",
            "converged", "outcome = 'fixed_point'",
            "unstored improved", "if(stored, null, improved)",
            "unstored sameClass", "if(stored, null, label = nearest_label)");

    private List<Row> hits(String of, String what) {
        String group = CELL + (of.isEmpty() ? "" : ", " + of);
        String images = "select " + group + ", network, image, count(hit) m, count_if(hit) y from (select *, "
                + HITS.get(what) + " hit from recalls) where hit is not null group by " + group + ", network, image";
        return sql("select " + group
                + ", count(*) clusters, sum(m) n, sum(y) y, sum(m * m) mm, sum(pow(y - p * m, 2)) scatter"
                + " from (select *, sum(y) over (partition by " + group + ") / sum(m) over (partition by " + group
                + ") p from (" + images + ")) group by " + group);
    }

    private void rates() {
        for (String what : HITS.keySet()) {
            Map<List<Object>, List<Double>> rates =
                    new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
            hits("", what).forEach(row -> rates.put(key(row), wilson(row)));
            cells.forEach((key, cell) -> {
                if (!what.startsWith("unstored ")) {
                    cell.put(what, rates.get(key));
                } else if (cell.get("unstored") != null) {
                    tree(cell, "unstored").put(what.substring(9), rates.get(key));
                }
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(Map<String, Object> cell, String name) {
        return (Map<String, Object>) cell.get(name);
    }

    /** n* of Kish, Rao and Scott, with the degrees of freedom of Korn and Graubard. */
    private static double effective(Row row) {
        double n = row.<Long>getAs("n");
        double y = row.<Long>getAs("y");
        long clusters = row.<Long>getAs("clusters");
        double least = n * n / row.<Long>getAs("mm");
        if (y == 0 || y == n || clusters == 1) {
            return least;
        }
        double variance = clusters / (clusters - 1.0) * row.<Double>getAs("scatter") / n / n;
        double ratio = new TDistribution(n - 1).inverseCumulativeProbability(.975)
                / new TDistribution(clusters - 1.0).inverseCumulativeProbability(.975);
        return Math.max(least, Math.min(n, y / n * (1 - y / n) / variance * ratio * ratio));
    }

    /** The roots of (x - p)^2 = Z^2 x (1 - x) / n*, between which Wilson's interval lies. */
    private static List<Double> wilson(Row row) {
        double n = effective(row);
        double p = row.<Long>getAs("y") / (double) row.<Long>getAs("n");
        double a = 1 + Z * Z / n;
        double b = -(2 * p + Z * Z / n);
        double root = Math.sqrt(b * b - 4 * a * p * p);
        return List.of(p, p == 0 ? 0 : (-b - root) / (2 * a), p == 1 ? 1 : (-b + root) / (2 * a));
    }

    private void classes() {
        for (Map<String, Object> cell : cells.values()) {
            cell.put("confusion", new java.util.ArrayList<>());
            cell.put("classes", new java.util.ArrayList<>());
        }
        sql("select " + CELL
                        + ", label, nearest_label, count(*) times from recalls where stored and label is not null and"
                        + " nearest_label is not null group by " + CELL
                        + ", label, nearest_label order by label, nearest_label")
                .forEach(row -> list(cells.get(key(row)), "confusion")
                        .add(List.of(row.getAs("label"), row.getAs("nearest_label"), row.getAs("times"))));
        Map<List<Object>, Double> similarityErrors =
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        sql(error(CELL + ", label", "double(similarity)", "stored and label is not null"))
                .forEach(row -> similarityErrors.put(List.of(key(row), row.<Short>getAs("label")), row.getAs("error")));
        Map<String, Map<List<Object>, Row>> hits = new LinkedHashMap<>();
        for (String what : List.of("restored", "identified", "exact")) {
            Map<List<Object>, Row> byClass =
                    new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
            hits("label", what).stream()
                    .filter(row -> row.getAs("label") != null)
                    .forEach(row -> byClass.put(List.of(key(row), row.<Short>getAs("label")), row));
            hits.put(what, byClass);
        }
        for (Row row :
                sql("select " + CELL + ", label, count(*) probes, avg(double(similarity)) similarity from recalls"
                        + " where stored and label is not null group by " + CELL + ", label order by label")) {
            List<Object> of = List.of(key(row), row.<Short>getAs("label"));
            List<Row> counted =
                    hits.values().stream().map(byClass -> byClass.get(of)).toList();
            List<Object> numbers = new java.util.ArrayList<>(List.of(row.getAs("label"), row.getAs("probes")));
            counted.forEach(hit -> numbers.add(hit.getAs("y")));
            numbers.add(row.getAs("similarity"));
            numbers.add(similarityErrors.get(of));
            if (counted.stream().anyMatch(hit -> effective(hit) < hit.<Long>getAs("n") * (1 - 1e-12))) {
                counted.forEach(hit -> numbers.add(effective(hit)));
            }
            list(cells.get(key(row)), "classes").add(numbers);
        }
        for (Map<String, Object> cell : cells.values()) {
            if (list(cell, "confusion").isEmpty()) {
                cell.put("confusion", null);
                cell.put("classes", null);
            }
        }
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
