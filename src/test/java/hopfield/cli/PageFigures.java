package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
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
    private static final List<String> MEANS =
            List.of("input_similarity", "similarity", "blank_similarity", "overlap", "iou", "ssim");

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
            for (int k = 0; k < MEANS.size(); k++) {
                assertThat(number(shown.get(FIRST_RATE + 4 + k)))
                        .as(MEANS.get(k))
                        .isEqualTo(cell.<Double>getAs(MEANS.get(k)), within(.000501));
            }
            double error = 1 - cell.<Double>getAs("similarity");
            if (error > 1e-9) {
                assertThat(number(shown.get(17))).as("PSNR").isEqualTo(-10 * Math.log10(error), within(.0501));
            } else {
                assertThat(shown.get(17)).isEqualTo("∞");
            }
            assertThat(number(shown.get(18))).isEqualTo(cell.<Double>getAs("steps"), within(.0501));
            assertThat(number(shown.get(19))).isEqualTo(100 * cell.<Double>getAs("converged"), within(.0501));
        }
    }

    /** The class table, in the cell that it shows first. */
    static void classesAreThoseOf(Browser browser, TestRuns runs) {
        Map<?, ?> table = (Map<?, ?>) browser.run(Scripts.CLASSES);
        String[] cell = ((String) table.get("cell")).split(" ");
        String rule = (String) browser.run("return document.getElementById('rule').value");
        String noise = (String) browser.run("return document.getElementById('noise').value");
        List<Row> classes = runs.classes(rule, Integer.parseInt(cell[1]), noise, Double.parseDouble(cell[2]));
        List<?> shown = (List<?>) table.get("rows");
        assertThat(shown).hasSameSizeAs(classes);
        for (int k = 0; k < classes.size(); k++) {
            List<?> row = (List<?>) shown.get(k);
            Row expected = classes.get(k);
            long probes = expected.getAs("probes");
            assertThat(number((String) row.get(0))).isEqualTo(((Number) expected.getAs("label")).doubleValue());
            assertThat(number((String) row.get(1))).isEqualTo(probes);
            isRate((String) row.get(2), expected.getAs("restored"), probes);
            isRate((String) row.get(3), expected.getAs("identified"), probes);
            isRate((String) row.get(4), expected.getAs("exact"), probes);
            assertThat(number((String) row.get(5))).isEqualTo(expected.<Double>getAs("similarity"), within(.000501));
        }
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
