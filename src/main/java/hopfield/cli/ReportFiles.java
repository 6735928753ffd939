package hopfield.cli;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import hopfield.metric.Cell;
import hopfield.report.CapacityColumns;
import hopfield.report.CapacityCsv;
import hopfield.report.HtmlReport;
import hopfield.report.MarkdownReport;
import hopfield.report.Report;
import hopfield.spark.RunFolder;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.SparkSession;

/** The files of one run, or of several, for people and notebooks: report.html, report.md, capacity.csv and capacity.parquet. */
final class ReportFiles {
    private ReportFiles() {}

    /** The path of a folder's page, as it is named to the user. */
    static String page(String folder) {
        return folder.replaceFirst("/+$", "") + "/report.html";
    }

    static void write(SparkSession session, RunFolder folder, List<Report> runs) {
        folder.write("capacity.csv", CapacityCsv.of(runs));
        folder.write("capacity.parquet", session, columns(runs.size() > 1), rows(runs));
        folder.write("report.md", MarkdownReport.of(runs));
        folder.write("report.html", HtmlReport.render(runs));
    }

    private static MessageType columns(boolean several) {
        Types.MessageTypeBuilder columns = Types.buildMessage();
        if (several) {
            columns.required(BINARY).as(LogicalTypeAnnotation.stringType()).named("run");
        }
        for (CapacityColumns.Column column : CapacityColumns.ALL) {
            columns.addField(column(column));
        }
        return columns.named("capacity");
    }

    private static Type column(CapacityColumns.Column column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(column.name());
            case WHOLE -> Types.optional(INT64).named(column.name());
            case REAL -> Types.optional(DOUBLE).named(column.name());
        };
    }

    private static List<List<Object>> rows(List<Report> runs) {
        return runs.stream()
                .flatMap(run -> run.cells().stream()
                        .map(cell -> row(runs.size() > 1 ? Stream.of(run.name()) : Stream.empty(), cell)))
                .toList();
    }

    private static List<Object> row(Stream<Object> first, Cell cell) {
        return Stream.concat(first, CapacityColumns.ALL.stream().map(column -> column.value()
                        .apply(cell)))
                .toList();
    }
}
