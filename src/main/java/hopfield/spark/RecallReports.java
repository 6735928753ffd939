package hopfield.spark;

import hopfield.metric.Tally;
import hopfield.noise.Noise;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/**
 * What the tasks of one recall job report beside the rows they write, so that no row is read back to be counted. Spark adds the
 * report of each partition of a job's result once, whatever is retried or run twice.
 */
final class RecallReports implements Serializable {
    private static final long serialVersionUID = 1;

    /** The accumulator that says how far a job is. */
    static final String RESTORATIONS = "restorations";

    private final CollectionAccumulator<TaskReport> reports;
    private final LongAccumulator restorations;

    RecallReports(JavaSparkContext spark) {
        reports = spark.sc().collectionAccumulator();
        restorations = spark.sc().longAccumulator(RESTORATIONS);
    }

    /** The report of the task that calls this, handed in when the task ends. */
    TaskReport inTask() {
        TaskReport report = new TaskReport(restorations);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> reports.add(report.ended()));
        return report;
    }

    /** The cells, when the job has ended. */
    Map<Noise, Tally> tallies() {
        Map<Noise, Tally> tallies = new LinkedHashMap<>();
        for (TaskReport report : List.copyOf(reports.value())) {
            report.tallies().forEach((noise, tally) -> tallies.merge(noise, tally, Tally::plus));
        }
        return tallies;
    }

    /** What may be looked at, by cell, when the job has ended. */
    Map<Noise, Ranking> rankings() {
        Map<Noise, Ranking> rankings = new LinkedHashMap<>();
        for (TaskReport report : List.copyOf(reports.value())) {
            report.rankings().forEach((noise, part) -> rankings.computeIfAbsent(noise, first -> new Ranking())
                    .add(part));
        }
        return rankings;
    }

    /** Seconds of all tasks together, by what they did. */
    Map<TaskReport.Work, Double> seconds() {
        Map<TaskReport.Work, Double> seconds = new LinkedHashMap<>();
        for (TaskReport report : List.copyOf(reports.value())) {
            report.seconds().forEach((work, spent) -> seconds.merge(work, spent, Double::sum));
        }
        return seconds;
    }
}
