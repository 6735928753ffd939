package hopfield.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The reports of the tasks of one recall job, beside the rows they write, so that no row is read back to be counted. Spark adds the
 * report of each partition of a job's result once, whatever is retried or run twice.
 */
final class RecallReports implements Serializable {
    private static final long serialVersionUID = 1;

    /** The accumulator that says how far a job is. */
    static final String RESTORATIONS = "restorations";

    private final ReportSum reports = new ReportSum();
    private final LongAccumulator restorations;

    RecallReports(JavaSparkContext spark) {
        spark.sc().register(reports);
        restorations = spark.sc().longAccumulator(RESTORATIONS);
    }

    /** The report of the task that calls this, handed in when the task ends. */
    TaskReport inTask() {
        TaskReport report = new TaskReport(restorations);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> reports.add(report.ended()));
        return report;
    }

    /** All of them as one, when the job has ended. */
    TaskReport sum() {
        return reports.value();
    }
}
