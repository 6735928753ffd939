package hopfield.spark;

import hopfield.image.Workers;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Works on many files over the cluster: one job, some tasks a slot, results in the order of the items. */
public final class ClusterWorkers implements Workers {
    private static final int TASKS_PER_SLOT = 4;

    /** Items travel with their tasks, and Spark warns of tasks beyond a megabyte. */
    private static final int MOST_ITEMS_PER_TASK = 256;

    private final JavaSparkContext spark;

    public ClusterWorkers(SparkSession session) {
        this.spark = new JavaSparkContext(session.sparkContext());
    }

    @Override
    public <A, B> List<B> map(String what, List<A> items, Work<A, B> work) {
        int tasks = Math.max(TASKS_PER_SLOT * spark.defaultParallelism(), 1 + items.size() / MOST_ITEMS_PER_TASK);
        spark.setJobDescription(what);
        try {
            return spark.parallelize(new ArrayList<>(items), Math.min(items.size(), tasks))
                    .map(work::apply)
                    .collect();
        } finally {
            spark.setJobDescription(null);
        }
    }
}
