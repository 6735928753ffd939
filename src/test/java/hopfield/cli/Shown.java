package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers as a page shows them, beside what they should be to the digits shown. */
final class Shown {
    private static final Pattern NUMBER = Pattern.compile("[−-]?[0-9][0-9,]*(\\.[0-9]+)?|∞");

    private Shown() {}

    /** Every number in a text. */
    static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found ->
                        found.group().replaceAll(",$", "").replace(",", "").replace('−', '-'))
                .map(number -> Double.valueOf(number.replace("∞", "Infinity")))
                .toList();
    }

    /** "98.0 % [95.0, 99.2]", of a share and its interval; a dash where there is none. */
    static void isRate(String as, String text, List<Double> rate) {
        if (rate == null) {
            assertThat(text.strip()).as(as).isEqualTo("–");
        } else {
            assertThat(text).as(as).contains("\u00a0%");
            are(as, text, rate.stream().map(share -> 100 * share).toList(), .0501);
        }
    }

    /** Between which a measure lies. */
    static List<Double> ends(String measure) {
        return switch (measure) {
            case "overlap", "improvement", "ssim" -> List.of(-1.0, 1.0);
            case "steps" -> List.of(0.0, Double.POSITIVE_INFINITY);
            default -> List.of(0.0, 1.0);
        };
    }

    /** A mean's interval, this much to both sides within the measure's ends. */
    static List<Double> interval(double mean, double margin, List<Double> ends) {
        return List.of(Math.max(ends.get(0), mean - margin), Math.min(ends.get(1), mean + margin));
    }

    /** "0.868 [0.861, 0.875]", of a mean and half its interval's width; without an interval where that is not known. */
    static void isMean(String as, String text, double mean, Double margin, List<Double> ends, double digits) {
        List<Double> numbers = new ArrayList<>(List.of(mean));
        numbers.addAll(margin == null ? List.of() : interval(mean, margin, ends));
        are(as, text, numbers, digits);
    }

    /** The same in decibels, by the similarity. */
    static void isPsnr(String as, String text, double similarity, Double margin) {
        List<Double> similarities = new ArrayList<>(List.of(similarity));
        similarities.addAll(margin == null ? List.of() : interval(similarity, margin, ends("similarity")));
        are(as, text, similarities.stream().map(Shown::decibels).toList(), .0501);
    }

    private static double decibels(double similarity) {
        return similarity > 1 - 1e-9 ? Double.POSITIVE_INFINITY : -10 * Math.log10(Math.min(1, 1 - similarity));
    }

    /** All numbers in a text are these. */
    static void are(String as, String text, List<Double> expected, double digits) {
        List<Double> numbers = numbers(text);
        assertThat(numbers).as(as + " in '" + text + "'").hasSameSizeAs(expected);
        for (int k = 0; k < numbers.size(); k++) {
            assertThat(numbers.get(k)).as(as + " in '" + text + "'").isEqualTo(expected.get(k), within(digits));
        }
    }

    /** A level without zeros at its end: 0, 0.1. */
    static String level(double level) {
        return java.math.BigDecimal.valueOf(level).stripTrailingZeros().toPlainString();
    }
}
