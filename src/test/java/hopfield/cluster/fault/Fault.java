package hopfield.cluster.fault;

/** What goes wrong once in a run, at a moment that does not depend on how fast anything is. */
public enum Fault {
    /** An executor dies (kill -9) at the start of a task that sums outer products. */
    EXECUTOR_KILLED_IN_TRAINING,
    /** An executor dies (kill -9) when a task has recalled and written all its rows and closes the first file of them. */
    EXECUTOR_KILLED_IN_RECALL,
    /** A worker dies (kill -9) at that moment, and its executor with it. */
    WORKER_KILLED,
    /** The first two attempts of one task fail then, as the file cannot be closed. */
    TASK_FAILS_TWICE,
    /** A task stands still then, until Spark, which has run it a second time elsewhere meanwhile, kills it. */
    STRAGGLER,
    /** A task stands still then, with its file open, until it is told to go on: what dies meanwhile is killed from outside. */
    PAUSE,
    /** A task of the larger load stands still then, for as long as the run lives. */
    STALL,
    /** The shuffle's files of one executor are lost once they have been written. */
    SHUFFLE_FILES_LOST;

    /** Configuration of Hadoop that names the fault. */
    public static final String NAME = "hopfield.test.fault";

    /** Configuration of Hadoop that names a folder for the marks that the fault has been injected. */
    public static final String MARKS = "hopfield.test.marks";

    /** The larger of two loads, of which one task alone stands still or fails. */
    public static final int LARGER_LOAD = 500;
}
