package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.HadoopFiles;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.pattern.Seed;
import hopfield.report.GalleryJson;
import hopfield.report.Json;
import hopfield.report.Report;
import hopfield.report.Setting;
import hopfield.spark.RunFolder;
import hopfield.spark.Sweep;
import hopfield.spark.SweepOptions;
import hopfield.spark.SweepResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sweep from its options to its report: checks all that can be checked, then runs, then writes. */
final class SweepRun {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);
    private static final String BUILT_IN = "digits:70000";

    private final SweepOptions options;
    private final String images;
    private final Optional<Integer> limit;
    private final String out;
    private final Map<String, Object> given;
    private final List<String> warnings = new ArrayList<>();

    SweepRun(SweepOptions options, String images, Optional<Integer> limit, String out, Map<String, Object> given) {
        this.options = options;
        this.images = images;
        this.limit = limit;
        this.out = out;
        this.given = given;
    }

    void run(SweepCommand.Fallback fallback) {
        Instant began = Instant.now();
        try (SparkSession session =
                SparkSession.builder().appName("spark-hopfield").getOrCreate()) {
            Configuration hadoop = session.sparkContext().hadoopConfiguration();
            options.kernels().check();
            RunFolder folder = RunFolder.forNewRun(out, hadoop);
            ImageSource source = open(new Images(new HadoopFiles(hadoop), System.getenv()), fallback);
            int count = limited(source.count());
            Sweep sweep = new Sweep(session, options, source, count, folder.path("metrics"));
            LOG.info(String.format(
                    Locale.ROOT,
                    "%s: %,d images of %dx%d; kernel %s; %s",
                    source.name(),
                    count,
                    source.width(),
                    source.height(),
                    options.kernels().description(),
                    session.sparkContext().uiWebUrl().isDefined()
                            ? "progress at " + session.sparkContext().uiWebUrl().get()
                            : "Spark's UI is off"));
            folder.make();
            Map<String, Object> begun =
                    RunRecord.of(session, given, options.kernels().description(), source, count, began);
            if (!warnings.isEmpty()) {
                begun.put("warnings", warnings);
            }
            folder.write("run.json", Json.pretty(begun));
            SweepResult result = sweep.run();
            write(session, folder, source, result, RunRecord.ended(begun, began, result));
            double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            System.out.print(CapacityText.of(result.cells()));
            System.out.printf(
                    Locale.ROOT,
                    "%d cells, %,d restorations in %.1f s: %s%n",
                    result.cells().size(),
                    result.restorations(),
                    seconds,
                    out + "/report.html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImageSource open(Images sources, SweepCommand.Fallback fallback) {
        Seed seed = new Seed(options.seed());
        try {
            return sources.open(images, seed);
        } catch (BadInput missing) {
            if (fallback == SweepCommand.Fallback.NONE) {
                throw missing;
            }
            String warning = "These are built-in digits, not MNIST: " + missing.getMessage();
            LOG.warn(warning);
            warnings.add(warning);
            return sources.open(BUILT_IN, seed);
        }
    }

    private int limited(int count) {
        limit.filter(most -> most < 1).ifPresent(most -> {
            throw new BadInput("--limit must be at least 1, was " + most);
        });
        return Math.min(count, limit.orElse(count));
    }

    private void write(
            SparkSession session,
            RunFolder folder,
            ImageSource source,
            SweepResult result,
            Map<String, Object> provenance) {
        Report report = new Report(
                out.replaceAll("/+$", "").replaceAll(".*/", ""),
                warnings,
                new Setting(
                        source.width(),
                        source.height(),
                        options.trials(),
                        options.update().label(),
                        source.random() ? Setting.Images.RANDOM : Setting.Images.PICTURES),
                result.cells(),
                result.samples(),
                provenance);
        folder.write("gallery.json", GalleryJson.of(result.samples()));
        ReportFiles.write(session, folder, List.of(report));
        folder.write("run.json", Json.pretty(provenance));
    }
}
