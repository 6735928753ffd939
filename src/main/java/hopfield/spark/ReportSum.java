package hopfield.spark;

import org.apache.spark.util.AccumulatorV2;

/** Reports of tasks as one: as large as one, however many tasks there are. */
final class ReportSum extends AccumulatorV2<TaskReport, TaskReport> {
    private static final long serialVersionUID = 1;

    private volatile TaskReport sum = TaskReport.none();
    private volatile boolean zero = true;

    @Override
    public boolean isZero() {
        return zero;
    }

    @Override
    public ReportSum copy() {
        ReportSum copy = new ReportSum();
        copy.merge(this);
        return copy;
    }

    @Override
    public void reset() {
        sum = TaskReport.none();
        zero = true;
    }

    /** Adds the report of the task that calls this; what stands here may be on its way to the driver meanwhile, so it is exchanged. */
    @Override
    public void add(TaskReport report) {
        TaskReport both = TaskReport.none();
        both.add(sum);
        both.add(report);
        sum = both;
        zero = false;
    }

    @Override
    public void merge(AccumulatorV2<TaskReport, TaskReport> other) {
        sum.add(other.value());
        zero &= other.isZero();
    }

    @Override
    public TaskReport value() {
        return sum;
    }
}
