package hopfield.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static final Setting NAMED =
            new Setting(28, 28, 1, "sync", Setting.Images.PICTURES, List.of("<b>cat</b>", "| dog"));

    @Test
    void namesAreTextWhateverTheyHold() {
        Report hostile = new Report(
                "../[run](x)|1",
                List.of("folder has\n# <script>alert(1)</script> left out"),
                NAMED,
                List.of(Cells.cell("dense|3\n| x", 5, .1, 100, 100), Cells.cell("dense|3\n| x", 5, .2, 0, 100)),
                List.of(),
                Map.of("data", Map.of("source", "folder:~~&lt;*a*"), "versions", Map.of("commit", "`c`")));
        Report plain =
                new Report("after", List.of(), NAMED, List.of(Cells.cell("hebbian", 7, .1, 0, 0)), List.of(), Map.of());

        String text = MarkdownReport.of(List.of(hostile, plain));

        assertThat(text.lines())
                .contains(
                        "# spark-hopfield: capacity against noise",
                        "## ../\\[run\\](x)\\|1",
                        "## after",
                        "> folder has \\# \\<script\\>alert(1)\\</script\\> left out",
                        "Capacity by level of flip noise (restored, Wilson 95 % interval):",
                        "| flip | 0.1 | 0.2 |",
                        "| --- | --- | --- |",
                        "Version null at \\`c\\`.")
                .anyMatch(line ->
                        line.startsWith("folder:\\~\\~\\&lt;\\*a\\* recalled by dense\\|3 \\| x networks of 5 "))
                .anyMatch(line -> line.startsWith("- **dense\\|3 \\| x** restores at least 95"))
                .anyMatch(line -> line.startsWith("| dense\\|3 \\| x | ≥\u00a05 (") && line.endsWith(" | none |"))
                .anyMatch(line -> line.startsWith("| hebbian | ") && line.endsWith("(no stored probes) |"));
        assertThat(text.lines().filter(line -> line.startsWith("|")))
                .allMatch(row -> row.replaceAll("\\\\\\|", "").split("\\|").length >= 3);
        assertThat(text).doesNotContain("cat", "dog").doesNotContainPattern("(?<!\\\\)<");
        assertThat(text.indexOf("## after")).isGreaterThan(text.indexOf("Version "));
    }

    @Test
    void theOnlyRunNeedsNoName() {
        assertThat(MarkdownReport.of(List.of(new Report("run", List.of(), NAMED, List.of(), List.of(), Map.of()))))
                .isEqualTo("# spark-hopfield: capacity against noise\n\nNothing was measured.\n\n");
    }
}
