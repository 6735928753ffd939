package hopfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfield.metric.Cell;
import hopfield.metric.FinalState;
import hopfield.metric.Score;
import hopfield.metric.Tally;
import hopfield.report.Report;
import hopfield.report.Setting;
import hopfield.spark.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** capacity.parquet says what capacity.csv says, read by Spark as the two would be read by a notebook. */
@ExtendWith(AsSubmitted.class)
class CapacityTablesTest {
    private static final String HOSTILE = "dense,\"3\"";

    @TempDir
    private Path folder;

    @Test
    void theRowsOfOneRunAreEqual() throws Exception {
        List<List<String>> rows = equalRows(List.of(report("a")));

        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("rule", "patterns", "load").contains("psnr", "similarity_error");
        assertThat(rows.get(1)).contains(HOSTILE).contains("Infinity");
        assertThat(rows.get(3)).as("nothing stored").contains((String) null);
    }

    @Test
    void theRowsOfSeveralRunsAreEqual() throws Exception {
        List<List<String>> rows = equalRows(List.of(report("a,\"b\""), report("c")));

        assertThat(rows).hasSize(7);
        assertThat(rows.get(0)).startsWith("run", "rule");
        assertThat(rows.stream().map(row -> row.get(0)))
                .containsExactly("run", "a,\"b\"", "a,\"b\"", "a,\"b\"", "c", "c", "c");
    }

    /** The header and the rows of both, once they are found to be equal in every column. */
    private List<List<String>> equalRows(List<Report> reports) throws Exception {
        try (SparkSession session = Sessions.open()) {
            RunFolder run =
                    RunFolder.ofRun(folder.toString(), session.sparkContext().hadoopConfiguration());
            ReportFiles.write(session, run, reports);
            List<Row> csv = session.read()
                    .option("header", true)
                    .option("escape", "\"")
                    .csv(folder.resolve("capacity.csv").toString())
                    .collectAsList();
            List<Row> parquet = session.read()
                    .parquet(folder.resolve("capacity.parquet").toString())
                    .collectAsList();
            assertThat(parquet).hasSameSizeAs(csv);
            String[] columns = csv.get(0).schema().fieldNames();
            assertThat(parquet.get(0).schema().fieldNames()).containsExactly(columns);
            List<List<String>> rows = new ArrayList<>(List.of(Arrays.asList(columns)));
            for (int k = 0; k < csv.size(); k++) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < columns.length; c++) {
                    Object value = parquet.get(k).get(c);
                    row.add(value == null ? null : value.toString());
                    assertThat(row.get(c)).as(columns[c]).isEqualTo(csv.get(k).getString(c));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static Report report(String name) {
        List<Cell> cells = List.of(cell(HOSTILE, 100, true), cell("hebbian", 93, true), cell("hebbian", 71, false));
        return new Report(
                name, List.of(), new Setting(10, 10, 1, "sync", Setting.Images.PICTURES), cells, List.of(), Map.of());
    }

    /** Two probes that agree in so many pixels of a hundred. */
    private static Cell cell(String rule, int agreeing, boolean stored) {
        Tally tally = new Tally();
        for (int steps = 1; steps <= 2; steps++) {
            tally.add(new Score(
                    0,
                    steps,
                    stored,
                    100,
                    30,
                    70,
                    agreeing,
                    1f / 3,
                    .7f,
                    agreeing > 97 ? FinalState.ORIGINAL : FinalState.MIXTURE,
                    1,
                    true,
                    agreeing > 97,
                    true,
                    steps));
        }
        return tally.cell(rule, 7, 100, "flip", .3);
    }
}
