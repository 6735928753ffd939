package hopfield.report;

import java.util.List;
import java.util.stream.Collectors;

/** report.md: what was run, the answer, and the capacities as a short table, for a pull request or an appendix. */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** The whole text. */
    public static String of(List<Report> runs) {
        return runs.stream()
                .map(run -> run(run, runs.size() > 1))
                .collect(Collectors.joining("\n", "# spark-hopfield: capacity against noise\n\n", ""));
    }

    private static String run(Report run, boolean several) {
        StringBuilder text = new StringBuilder();
        if (several) {
            text.append("## ").append(escaped(run.name())).append("\n\n");
        }
        text.append(escaped(Headline.of(run))).append("\n\n");
        run.warnings()
                .forEach(warning -> text.append("> ").append(escaped(warning)).append("\n\n"));
        Answer.of(run.cells()).forEach(answer -> text.append("- **")
                .append(escaped(answer.rule()))
                .append("** ")
                .append(escaped(answer.text()))
                .append("\n"));
        CapacityTable.of(run.cells()).forEach(table -> text.append("\n").append(table(table)));
        if (run.provenance("versions", "commit") != null) {
            text.append("\nVersion ")
                    .append(escaped(run.provenance("versions", "spark-hopfield") + " at "
                            + run.provenance("versions", "commit")))
                    .append(".\n");
        }
        return text.toString();
    }

    private static String table(RuleTable table) {
        StringBuilder text = new StringBuilder(escaped(table.caption()) + " (restored, Wilson 95 % interval):\n\n");
        text.append(line(table.corner(), table.columns()));
        text.append(line("---", table.columns().stream().map(column -> "---").toList()));
        table.rows()
                .forEach(row -> text.append(line(
                        row.name(),
                        row.entries().stream()
                                .map(entry ->
                                        entry.value() + (entry.detail().isEmpty() ? "" : " (" + entry.detail() + ")"))
                                .toList())));
        return text.toString();
    }

    private static String line(String first, List<String> others) {
        return "| " + escaped(first) + " | "
                + others.stream().map(MarkdownReport::escaped).collect(Collectors.joining(" | ")) + " |\n";
    }

    /** Names are text, whatever they hold. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~&])", "\\\\$1").replaceAll("\\R", " ");
    }
}
