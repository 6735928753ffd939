package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.apache.spark.sql.Row;

/**
 * The figures of the page's table of cells, as they are read there.
 *
 * @param rows text of every entry, row by row
 */
record PageFigures(List<List<String>> rows) {
    private static final int FIRST_RATE = 7;
    private static final List<String> RATES = List.of("restored", "identified", "exact", "improved");

    static PageFigures of(List<?> table) {
        return new PageFigures(table.stream()
                .map(row -> ((List<?>) row).stream().map(String::valueOf).toList())
                .toList());
    }

    /** Every row is that of one queried cell, and there are no others. */
    void areThoseOf(List<Row> cells) {
        assertThat(rows).hasSameSizeAs(cells);
        for (Row cell : cells) {
            List<String> shown = rows.stream()
                    .filter(row -> row.get(0).equals(cell.getAs("rule"))
                            && row.get(1).equals(cell.getAs("noise"))
                            && number(row.get(2)) == cell.<Double>getAs("level")
                            && number(row.get(3)) == cell.<Integer>getAs("patterns"))
                    .findFirst()
                    .orElseThrow();
            assertThat(number(shown.get(5))).isEqualTo((double) cell.<Long>getAs("probes"));
            assertThat(number(shown.get(6))).isEqualTo((double) cell.<Long>getAs("stored"));
            for (int k = 0; k < RATES.size(); k++) {
                long trials = cell.getAs(RATES.get(k).equals("improved") ? "improvable" : "stored");
                isRate(shown.get(FIRST_RATE + k), cell.getAs(RATES.get(k)), trials);
            }
            for (int k = 0; k < 6; k++) {
                isMean(shown.get(FIRST_RATE + 4 + k), cell, CellTable.MEANS.get(k), .000501);
            }
            isPsnr(shown.get(17), cell.getAs("similarity"), cell.getAs("similarity_error"));
            isMean(shown.get(18), cell, "steps", .0501);
            isRate(shown.get(19), cell.getAs("converged"), cell.getAs("probes"));
        }
    }

    private static void isMean(String text, Row cell, String name, double digits) {
        double mean = cell.getAs(name);
        double half = 1.959963984540054 * cell.<Double>getAs(name + "_error");
        List<Double> numbers = numbers(text);
        assertThat(numbers).as(name + " with its interval").hasSize(3);
        assertThat(numbers.get(0)).as(name).isEqualTo(mean, within(digits));
        assertThat(numbers.get(1)).as(name + " low").isEqualTo(mean - half, within(digits));
        assertThat(numbers.get(2)).as(name + " high").isEqualTo(mean + half, within(digits));
    }

    private static void isPsnr(String text, double similarity, double error) {
        List<Double> numbers = numbers(text);
        double half = 1.959963984540054 * error;
        List<Double> expected = List.of(similarity, similarity - half, similarity + half);
        assertThat(numbers).hasSize(3);
        for (int k = 0; k < 3; k++) {
            double wrong = 1 - expected.get(k);
            assertThat(numbers.get(k))
                    .as("PSNR")
                    .isEqualTo(wrong > 1e-9 ? -10 * Math.log10(wrong) : Double.POSITIVE_INFINITY, within(.0501));
        }
    }

    private static List<Double> numbers(String text) {
        return Pattern.compile("[−-]?[0-9.]+|∞")
                .matcher(text)
                .results()
                .map(found -> found.group().replace('−', '-').replace("∞", "Infinity"))
                .map(Double::valueOf)
                .toList();
    }

    /** The class table, in the cell that it shows first. */
    static void classesAreThoseOf(Browser browser, TestRuns runs) {
        Map<?, ?> table = (Map<?, ?>) browser.run(Scripts.CLASSES);
        String[] cell = ((String) table.get("cell")).split(" ");
        String rule = (String) browser.run("return document.getElementById('rule').value");
        String noise = (String) browser.run("return document.getElementById('noise').value");
        Map<Integer, List<Row>> classes = runs.classes(rule, Integer.parseInt(cell[1]), noise + " " + cell[2]);
        List<?> shown = (List<?>) table.get("rows");
        assertThat(shown).hasSameSizeAs(classes.keySet());
        int k = 0;
        for (Map.Entry<Integer, List<Row>> of : classes.entrySet()) {
            List<?> row = (List<?>) shown.get(k++);
            List<Row> probes = of.getValue();
            assertThat(number((String) row.get(0))).isEqualTo(of.getKey().doubleValue());
            assertThat(number((String) row.get(1))).isEqualTo(probes.size());
            isRate((String) row.get(2), hits(probes, "restored"), probes.size());
            isRate((String) row.get(3), hits(probes, "identified"), probes.size());
            isRate((String) row.get(4), hits(probes, "exact"), probes.size());
            double[] similarities = probes.stream()
                    .mapToDouble(probe -> probe.<Float>getAs("similarity"))
                    .toArray();
            double mean = Arrays.stream(similarities).average().orElseThrow();
            List<Double> numbers = numbers((String) row.get(5));
            assertThat(numbers.get(0)).isEqualTo(mean, within(.000501));
            if (probes.size() > 1) {
                double half = 1.959963984540054
                        * new StandardDeviation().evaluate(similarities)
                        / Math.sqrt(similarities.length);
                assertThat(numbers.get(1)).isEqualTo(mean - half, within(.000501));
                assertThat(numbers.get(2)).isEqualTo(mean + half, within(.000501));
            }
        }
    }

    private static long hits(List<Row> probes, String what) {
        return probes.stream().filter(probe -> probe.<Boolean>getAs(what)).count();
    }

    /** "98.0 % [95.0, 99.2]", or a dash for the rate of no probes. */
    private static void isRate(String text, long successes, long trials) {
        if (trials == 0) {
            assertThat(text.strip()).isEqualTo("–");
            return;
        }
        String[] numbers =
                text.replaceAll("[^0-9.,]", " ").replace(",", " ").strip().split(" +");
        var interval = new WilsonScoreInterval().createInterval((int) trials, (int) successes, .95);
        assertThat(Double.parseDouble(numbers[0])).isEqualTo(100.0 * successes / trials, within(.0501));
        assertThat(Double.parseDouble(numbers[1])).isEqualTo(100 * interval.getLowerBound(), within(.0501));
        assertThat(Double.parseDouble(numbers[2])).isEqualTo(100 * interval.getUpperBound(), within(.0501));
    }

    private static double number(String text) {
        return Double.parseDouble(
                text.replace(",", "").replace("\u00a0%", "").replace('−', '-').strip());
    }
}
