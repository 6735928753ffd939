package hopfield.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Spark inside the test's own JVM, one session after another. */
final class TestSpark {
    private TestSpark() {}

    /** A session of so many threads, in which a deck is cut into so many partitions; the last one is stopped. */
    static SparkSession session(int threads, int parallelism) {
        stop();
        return SparkSession.builder()
                .appName("test")
                .master("local[" + threads + "]")
                .config("spark.default.parallelism", parallelism)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.ui.enabled", false)
                .getOrCreate();
    }

    /** Stops the last one. */
    static void stop() {
        SparkSession.getActiveSession().foreach(session -> {
            session.stop();
            return null;
        });
        SparkSession.clearActiveSession();
        SparkSession.clearDefaultSession();
    }

    static JavaSparkContext context(SparkSession session) {
        return new JavaSparkContext(session.sparkContext());
    }
}
