package hopfield.cli;

import hopfield.image.ImageSource;
import hopfield.spark.SweepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** What run.json holds: enough to run the same again, and to tell why another run differs. */
final class RunRecord {
    private RunRecord() {}

    /** What is known before anything was computed. */
    static Map<String, Object> of(
            SparkSession session,
            Map<String, Object> options,
            String kernel,
            ImageSource source,
            int images,
            Instant began) {
        SparkContext context = session.sparkContext();
        BuildInfo build = new BuildInfo();

        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", source.name());
        data.put("images", images);
        data.put("width", source.width());
        data.put("height", source.height());
        data.put("sha256", source.checksums());

        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("spark-hopfield", build.version());
        versions.put("commit", build.commit());
        versions.put("spark", context.version());
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));

        Map<String, Object> cluster = new LinkedHashMap<>();
        cluster.put("master", context.master());
        cluster.put("application", context.applicationId());
        cluster.put("parallelism", context.defaultParallelism());

        Map<String, Object> run = new LinkedHashMap<>();
        run.put("started", began.truncatedTo(ChronoUnit.SECONDS).toString());
        run.put("options", options);
        run.put("data", data);
        run.put("kernel", kernel);
        run.put("versions", versions);
        run.put("cluster", cluster);
        return run;
    }

    /** The same of a run that has ended. */
    static Map<String, Object> ended(Map<String, Object> begun, Instant began, SweepResult result) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("started", begun.get("started"));
        run.put("seconds", Duration.between(began, Instant.now()).toMillis() / 1000.0);
        run.put("stages", rounded(result.seconds()));
        run.put("tasks", rounded(result.taskSeconds()));
        run.put("restorations", result.restorations());
        begun.forEach(run::putIfAbsent);
        return run;
    }

    private static Map<String, Double> rounded(Map<String, Double> seconds) {
        Map<String, Double> rounded = new LinkedHashMap<>();
        seconds.forEach((stage, value) -> rounded.put(stage, Math.round(value * 1000) / 1000.0));
        return rounded;
    }
}
