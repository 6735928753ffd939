package hopfield.cli;

import hopfield.metric.Cell;
import hopfield.metric.Rate;
import java.util.List;
import java.util.Locale;

/** The cells as a table for a terminal. */
final class CapacityText {
    private static final String LINE = "%-10s %7s  %-14s %10s %10s %10s  %-26s%n";

    private CapacityText() {}

    static String of(List<Cell> cells) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(LINE, "rule", "P", "noise", "images", "cue", "similarity", "restored [95 % interval]"));
        for (Cell cell : cells) {
            text.append(String.format(
                    Locale.ROOT,
                    LINE,
                    cell.rule(),
                    cell.patterns(),
                    cell.noise() + " " + cell.level(),
                    cell.images(),
                    String.format(Locale.ROOT, "%.4f", cell.inputSimilarity()),
                    String.format(Locale.ROOT, "%.4f", cell.similarity()),
                    rate(cell.restored())));
        }
        return text.toString();
    }

    /** So many of what has this name: 1 cell, 1,000 cells. */
    static String count(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }

    private static String rate(Rate rate) {
        return rate.trials() == 0
                ? "- (no stored probes)"
                : String.format(
                        Locale.ROOT, "%5.1f %% [%.1f, %.1f]", 100 * rate.value(), 100 * rate.low(), 100 * rate.high());
    }
}
