package hopfield.cluster;

/** What goes wrong once in a run, at a moment that does not depend on how fast anything is. */
enum Fault {
    /** An executor dies (kill -9) at the start of a task that sums outer products. */
    EXECUTOR_KILLED_IN_TRAINING("sum of outer products"),
    /** An executor dies (kill -9) in the midst of a task that recalls and writes rows. */
    EXECUTOR_KILLED_IN_RECALL("images recalled"),
    /** A worker dies (kill -9), and its executor with it, in the midst of a task that recalls and writes rows. */
    WORKER_KILLED("images recalled"),
    /** The shuffle's files of one executor are lost once they have been written. */
    SHUFFLE_FILES_LOST("trained and recalled in tasks"),
    /** A recall task stands still for so long that Spark runs it a second time, at the same time, elsewhere. */
    STRAGGLER("images recalled"),
    /** The tasks of the second load stand still for as long as the run lives. */
    STALL("hebbian P=2,500: weights broadcast"),
    /** Nothing but a sign that rows are being written, for faults that are injected from outside. */
    SIGN("images recalled");

    /** Configuration that names the fault. */
    static final String NAME = "spark.hopfield.test.fault";

    /** Configuration that names a folder for the mark that the fault has been injected. */
    static final String MARKS = "spark.hopfield.test.marks";

    private final String job;

    Fault(String job) {
        this.job = job;
    }

    /** Whether it is injected into tasks of the job of a description. */
    boolean befalls(String description) {
        return description != null && description.contains(job);
    }
}
