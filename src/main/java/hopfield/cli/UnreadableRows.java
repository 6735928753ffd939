package hopfield.cli;

import hopfield.BadInput;
import hopfield.spark.MetricsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;

/** Tells rows that are damaged, or are no rows of a sweep, from failures of another kind. */
final class UnreadableRows {
    private UnreadableRows() {}

    /**
     * The fault of the rows, if they are why a job failed.
     *
     * @param metrics the table's folder
     */
    static Optional<BadInput> of(SparkSession session, String metrics, Exception failure) {
        if (StorageFailure.of(failure).isPresent() || OutOfMemory.isCauseOf(failure)) {
            return Optional.empty();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable spark
                            && spark.getCondition() != null
                            && !spark.getCondition().startsWith("INTERNAL_ERROR")
                    || cause instanceof IllegalArgumentException) {
                return Optional.of(unreadable(session, metrics, cause));
            }
        }
        return Optional.empty();
    }

    private static BadInput unreadable(SparkSession session, String metrics, Throwable cause) {
        Optional<String> file = cause instanceof SparkThrowable spark
                ? Optional.ofNullable(spark.getMessageParameters().get("path"))
                        .map(path -> path.replaceFirst("^file:///", "file:/"))
                : Optional.empty();
        List<String> missing = file.isPresent() ? List.of() : missing(session, metrics);
        String where = file.orElse(metrics);
        return new BadInput(
                where + " does not hold rows of a sweep: "
                        + (missing.isEmpty()
                                ? reason(cause).replace(where + " is ", "it is ")
                                : "there is no column " + missing.get(0))
                        + "; copy the run again, or sweep it anew with --overwrite",
                cause);
    }

    /** Columns that the table should have, and a file that stands for all has not. */
    private static List<String> missing(SparkSession session, String metrics) {
        List<String> names = new ArrayList<>(List.of(MetricsTable.SCHEMA.fieldNames()));
        try {
            names.removeAll(List.of(session.read().parquet(metrics).columns()));
            return names;
        } catch (Exception unreadable) { // Spark's are checked ones that no method declares
            return List.of();
        }
    }

    /** The first cause in one line, without Spark's names for it. */
    private static String reason(Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage())
                .lines()
                .findFirst()
                .orElse(first.toString())
                .replaceFirst("^\\[[\\w.]+] ", "")
                .replaceFirst("\\.? +SQLSTATE: \\w+$", "");
    }
}
