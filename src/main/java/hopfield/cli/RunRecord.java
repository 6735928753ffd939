package hopfield.cli;

import hopfield.image.ImageSource;
import hopfield.spark.RunIdentity;
import hopfield.spark.SweepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** The contents of run.json: enough to run the same again, and to tell why another run differs. */
final class RunRecord {
    private static final Set<String> OF_THE_PLACE = Set.of("--out", "--resume", "--overwrite", "--event-log");

    private RunRecord() {}

    /** The name of a run in a folder: the last part of its path. */
    static String name(String path) {
        return path.replaceAll("/+$", "").replaceAll(".*/", "");
    }

    /** A command that has ended, and what there is to say of it. */
    static Map<String, Object> of(
            SparkSession session,
            Map<String, Object> options,
            String kernel,
            Map<String, Object> data,
            Instant began,
            Map<String, Object> more) {
        return ended(begun(session, options, kernel, data, began), began, more);
    }

    /** The record before anything was computed. */
    static Map<String, Object> begun(
            SparkSession session, Map<String, Object> options, String kernel, Map<String, Object> data, Instant began) {
        SparkContext context = session.sparkContext();
        BuildInfo build = new BuildInfo();

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

    /** The record of a command that has ended: its seconds, then more entries. */
    static Map<String, Object> ended(Map<String, Object> begun, Instant began, Map<String, Object> more) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("started", begun.get("started"));
        run.put("seconds", Duration.between(began, Instant.now()).toMillis() / 1000.0);
        run.putAll(more);
        begun.forEach(run::putIfAbsent);
        return run;
    }

    /** The times that a sweep adds when it has ended. */
    static Map<String, Object> of(SweepResult result) {
        Map<String, Object> timings = new LinkedHashMap<>();
        timings.put("stages", rounded(result.seconds()));
        timings.put("tasks", rounded(result.taskSeconds()));
        timings.put("restorations", result.restorations());
        return timings;
    }

    /** The images, of which the first so many are used. */
    static Map<String, Object> data(ImageSource source, int images) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", source.name());
        data.put("images", images);
        data.put("width", source.width());
        data.put("height", source.height());
        if (!source.classes().isEmpty()) {
            data.put("classes", source.classes());
        }
        if (!source.warnings().isEmpty()) {
            data.put("warnings", source.warnings());
        }
        data.put("sha256", source.checksums());
        return data;
    }

    /** All that decides the rows: options but those that only say where the run goes, the data, and the code. */
    static RunIdentity identity(Map<String, Object> options, Map<String, Object> data) {
        Map<String, String> facts = new TreeMap<>();
        options.forEach((name, value) -> facts.put("--" + name, String.valueOf(value)));
        OF_THE_PLACE.forEach(facts::remove);
        data.forEach((name, value) -> {
            if (value instanceof Map<?, ?> sums) {
                sums.forEach((file, sum) -> facts.put("SHA-256 of " + file, String.valueOf(sum)));
            } else {
                facts.put("data " + name, String.valueOf(value));
            }
        });
        facts.put("code version", new BuildInfo().identity());
        return new RunIdentity(facts);
    }

    private static Map<String, Double> rounded(Map<String, Double> seconds) {
        Map<String, Double> rounded = new LinkedHashMap<>();
        seconds.forEach((stage, value) -> rounded.put(stage, Math.round(value * 1000) / 1000.0));
        return rounded;
    }
}
