package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of the first screen of one run, number by number beside what queries of the rows say. */
final class AnswerFigures {
    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";

    private static final Pattern PHRASE =
            Pattern.compile("(?:up to P\u00a0=\u00a0([0-9]+)(, the largest measured,)?|at no measured load)"
                    + " (?:at|from) [a-z-]+ " + NUMBER + "(?: to " + NUMBER + ")?( \\([^)]*\\))?");

    private final Browser browser;
    private final QueriedCells cells;

    /** @param cells of one run */
    AnswerFigures(Browser browser, QueriedCells cells) {
        this.browser = browser;
        this.cells = cells;
    }

    void areThoseOfTheRows() {
        headline((String) browser.run("return document.querySelector('.headline').textContent"));
        List<?> said = (List<?>)
                browser.run("return [...document.querySelectorAll('#answer .answers li')].map(one => one.textContent)");
        int k = 0;
        for (String noise : noises()) {
            for (String rule : rules()) {
                answer((String) said.get(k++), cells.of(Map.of("rule", rule, "noise", noise)));
            }
        }
        assertThat(said).hasSize(k);
        BaselineFigures baseline = new BaselineFigures(cells.of(Map.of()));
        List<?> sentences = (List<?>) browser.run(
                "return [...document.querySelectorAll('#numbers .answers li')].map(one => one.textContent)");
        assertThat(sentences)
                .isEqualTo(
                        baseline.exists()
                                ? rules().stream()
                                        .filter(rule -> !rule.equals("nearest"))
                                        .map(baseline::sentence)
                                        .toList()
                                : List.of());
    }

    private List<String> noises() {
        return cells.distinct("noise").stream().sorted().toList();
    }

    /** In the order of the page's own switch. */
    private List<String> rules() {
        return ((List<?>) browser.run("return [...document.getElementById('rule').options].map(one => one.value)"))
                .stream().map(String::valueOf).toList();
    }

    private void headline(String text) {
        List<Map<String, Object>> all = cells.of(Map.of());
        List<Double> loads = QueriedCells.axis(all, "patterns");
        long recalls = all.stream().mapToLong(cell -> (Long) cell.get("images")).sum();
        assertThat(text)
                .contains(" networks of " + range(loads) + " patterns (N\u00a0=\u00a0"
                        + cells.queries(0).neurons() + ")")
                .contains(": " + String.format(Locale.ROOT, "%,d", recalls) + " synchronous recalls, seed 1");
        for (String noise : noises()) {
            assertThat(text)
                    .contains(
                            noise + " noise of " + range(QueriedCells.axis(cells.of(Map.of("noise", noise)), "level")));
        }
    }

    private static String range(List<Double> ascending) {
        String first = Shown.level(ascending.get(0));
        String last = Shown.level(ascending.get(ascending.size() - 1));
        return first.equals(last) ? first : first + " to " + last;
    }

    private void answer(String text, List<Map<String, Object>> of) {
        String rule = (String) of.get(0).get("rule");
        String noise = (String) of.get(0).get("noise");
        assertThat(text).startsWith(rule + " ").contains(noise);
        if (text.contains("restores less than")) {
            nothing(text, of);
            return;
        }
        int levels = 0;
        Matcher phrase = PHRASE.matcher(text);
        while (phrase.find()) {
            double from = Double.parseDouble(phrase.group(3));
            double to = phrase.group(4) == null ? from : Double.parseDouble(phrase.group(4));
            for (double level : QueriedCells.axis(of, "level")) {
                if (level >= from && level <= to) {
                    levels++;
                    Map<String, Object> reach = cells.queries(0)
                            .reach("level", level, "patterns", Map.of("rule", rule, "noise", noise), .95);
                    assertThat(String.valueOf(reach.get("patterns"))).as(text).isEqualTo("" + phrase.group(1));
                    assertThat(phrase.group(1) == null || (phrase.group(2) == null) == (Boolean) reach.get("bounded"))
                            .as("the largest measured: " + text)
                            .isTrue();
                }
            }
            if (phrase.group(1) != null) {
                List<Double> rate = RuleTableFigures.restored(cell(of, Double.parseDouble(phrase.group(1)), to));
                Shown.isRate(text, phrase.group(5).replaceAll(" at .*", ""), rate);
            }
        }
        assertThat(levels)
                .as("every level is spoken of: " + text)
                .isEqualTo(QueriedCells.axis(of, "level").size());
    }

    private static Map<String, Object> cell(List<Map<String, Object>> of, double patterns, double level) {
        return of.stream()
                .filter(cell -> CellMetrics.number(cell, "patterns") == patterns && QueriedCells.level(cell) == level)
                .findFirst()
                .orElseThrow();
    }

    /** Of a rule that reaches its bar nowhere: its best cell, and its similarity beside that of a blank image. */
    private static void nothing(String text, List<Map<String, Object>> of) {
        assertThat(of.stream()
                        .filter(cell -> CellMetrics.number(cell, "patterns")
                                == QueriedCells.axis(of, "patterns").get(0)))
                .allSatisfy(cell -> assertThat((Boolean) cell.get("suffices")).isFalse());
        double best = of.stream()
                .mapToDouble(cell -> RuleTableFigures.restored(cell).get(0))
                .max()
                .orElseThrow();
        Matcher atBest = Pattern.compile(
                        "in the best of ([0-9,]+) cells ([0-9.]+\u00a0% \\[[^]]*\\]), at P\u00a0=\u00a0([0-9]+)(?: and [a-z-]+ "
                                + NUMBER + ")?")
                .matcher(text);
        if (best == 0) {
            assertThat(text).contains("not one was restored");
        } else {
            assertThat(atBest.find()).as(text).isTrue();
            double level =
                    atBest.group(4) == null ? QueriedCells.level(of.get(0)) : Double.parseDouble(atBest.group(4));
            List<Double> rate = RuleTableFigures.restored(cell(of, Double.parseDouble(atBest.group(3)), level));
            assertThat(rate.get(0)).as(text).isEqualTo(best);
            Shown.isRate(text, atBest.group(2), rate);
            assertThat(atBest.group(1)).as(text).isEqualTo(String.format(Locale.ROOT, "%,d", of.size()));
        }
        againstBlank(text, text.substring(text.indexOf("Its mean similarity")), of);
    }

    private static void againstBlank(String text, String sentence, List<Map<String, Object>> of) {
        long better = of.stream().filter(cell -> gain(cell) > 0).count();
        List<Double> numbers = Shown.numbers(sentence);
        if (better > 0) {
            String where = better == of.size() ? "everywhere" : "in " + better + " of " + of.size() + " cells";
            assertThat(sentence).as(text).contains("beats a blank image's " + where + ", by ");
            assertThat(numbers.get(numbers.size() - 1))
                    .as(text)
                    .isEqualTo(
                            of.stream().mapToDouble(AnswerFigures::gain).max().orElseThrow(), within(.000501));
        } else {
            Map<String, Object> best = of.stream()
                    .max(Comparator.comparingDouble(cell -> CellMetrics.number(cell, "similarity")))
                    .orElseThrow();
            assertThat(sentence).as(text).contains("does not beat a blank image");
            assertThat(numbers.get(0)).as(text).isEqualTo(CellMetrics.number(best, "similarity"), within(.000501));
            assertThat(numbers.get(1)).as(text).isEqualTo(CellMetrics.number(best, "blankSimilarity"), within(.000501));
        }
    }

    private static double gain(Map<String, Object> cell) {
        return CellMetrics.number(cell, "similarity") - CellMetrics.number(cell, "blankSimilarity");
    }
}
