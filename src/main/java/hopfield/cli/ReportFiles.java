package hopfield.cli;

import hopfield.metric.Cell;
import hopfield.report.CapacityColumns;
import hopfield.report.CapacityCsv;
import hopfield.report.HtmlReport;
import hopfield.report.MarkdownReport;
import hopfield.report.Report;
import hopfield.spark.RunFolder;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What is made of one run, or of several, for people and notebooks: report.html, report.md, capacity.csv and capacity.parquet. */
final class ReportFiles {
    private ReportFiles() {}

    /** The path of a folder's page, as it is named to the user. */
    static String page(String folder) {
        return folder.replaceFirst("/+$", "") + "/report.html";
    }

    static void write(SparkSession session, RunFolder folder, List<Report> runs) {
        folder.write("capacity.csv", CapacityCsv.of(runs));
        folder.write("capacity.parquet", session, schema(runs.size() > 1), rows(runs));
        folder.write("report.md", MarkdownReport.of(runs));
        folder.write("report.html", HtmlReport.render(runs));
    }

    private static StructType schema(boolean several) {
        StructType schema = several ? new StructType().add("run", DataTypes.StringType, false) : new StructType();
        for (CapacityColumns.Column column : CapacityColumns.ALL) {
            schema = schema.add(column.name(), type(column.type()), true);
        }
        return schema;
    }

    private static DataType type(CapacityColumns.Type type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case WHOLE -> DataTypes.LongType;
            case REAL -> DataTypes.DoubleType;
        };
    }

    private static List<Row> rows(List<Report> runs) {
        return runs.stream()
                .flatMap(run -> run.cells().stream()
                        .map(cell -> row(runs.size() > 1 ? Stream.of(run.name()) : Stream.empty(), cell)))
                .toList();
    }

    private static Row row(Stream<Object> first, Cell cell) {
        return RowFactory.create(
                Stream.concat(first, CapacityColumns.ALL.stream().map(column -> column.value()
                                .apply(cell)))
                        .toArray());
    }
}
