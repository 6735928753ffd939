package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.ImageSource;
import hopfield.pattern.Seed;
import hopfield.pattern.Threshold;
import hopfield.report.CapacityCsv;
import hopfield.report.HtmlReport;
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
    private final ImageOptions images;
    private final Place place;
    private final Map<String, Object> given;
    private final List<String> warnings = new ArrayList<>();

    /**
     * Where a run goes.
     *
     * @param out its folder
     * @param how what to do with a run that is there already
     * @param eventLog Spark's log of it, if any
     */
    record Place(String out, RunFolder.How how, Optional<String> eventLog) {}

    SweepRun(SweepOptions options, ImageOptions images, Place place, Map<String, Object> given) {
        this.options = options;
        this.images = images;
        this.place = place;
        this.given = given;
    }

    void run(SweepCommand.Fallback fallback) {
        Instant began = Instant.now();
        try (SparkSession session = Sessions.open(place.eventLog())) {
            Configuration hadoop = session.sparkContext().hadoopConfiguration();
            options.kernels().check();
            try (RunFolder folder = RunFolder.of(place.out(), place.how(), hadoop)) {
                ImageSource source = open(session, fallback);
                warnings.addAll(source.warnings());
                int count = images.limited(source.count());
                Sweep sweep = new Sweep(session, options, source, count, folder.path("metrics"), folder::check);
                Map<String, Object> data = RunRecord.data(source, count);
                if (!folder.begin(RunRecord.identity(given, data), Sessions.name(session), Sessions.beat(session))) {
                    System.out.printf("finished already: %s/report.html%n", place.out());
                    return;
                }
                announce(session, source, count);
                Interruption interruption = new Interruption(interrupted(), folder::close);
                try {
                    SweepResult result = sweep.run();
                    write(
                            folder,
                            source,
                            result,
                            RunRecord.of(session, given, kernel(), data, began, RunRecord.of(result, sweep.paths())));
                    print(result, Duration.between(began, Instant.now()).toMillis() / 1000.0);
                } finally {
                    interruption.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String kernel() {
        return options.kernels().description();
    }

    private String interrupted() {
        return "interrupted: what is finished is kept in " + place.out()
                + "; the same command with --resume does the rest";
    }

    private void announce(SparkSession session, ImageSource source, int count) {
        LOG.info(String.format(
                Locale.ROOT,
                "%s: %,d images of %dx%d; kernel %s; %s",
                source.name(),
                count,
                source.width(),
                source.height(),
                kernel(),
                session.sparkContext().uiWebUrl().isDefined()
                        ? "progress at " + session.sparkContext().uiWebUrl().get()
                        : "Spark's UI is off"));
    }

    private void print(SweepResult result, double seconds) {
        System.out.print(CapacityText.of(result.cells()));
        System.out.printf(
                Locale.ROOT,
                "%d cells, %,d restorations in %.1f s: %s%n",
                result.cells().size(),
                result.restorations(),
                seconds,
                place.out() + "/report.html");
    }

    private ImageSource open(SparkSession session, SweepCommand.Fallback fallback) {
        Seed seed = new Seed(options.seed());
        try {
            return images.open(session, seed, Threshold.HALF);
        } catch (BadInput missing) {
            if (fallback == SweepCommand.Fallback.NONE) {
                throw missing;
            }
            String warning = "These are built-in digits, not MNIST: " + missing.getMessage();
            LOG.warn(warning);
            warnings.add(warning);
            return images.open(session, BUILT_IN, seed, Threshold.HALF);
        }
    }

    private void write(RunFolder folder, ImageSource source, SweepResult result, Map<String, Object> provenance) {
        Report report = new Report(
                Headline.of(options, source, result),
                warnings,
                new Setting(
                        source.width(),
                        source.height(),
                        options.trials(),
                        source.random() ? Setting.Images.RANDOM : Setting.Images.PICTURES,
                        source.classes()),
                result.cells(),
                result.samples(),
                provenance);
        folder.check();
        folder.write("capacity.csv", CapacityCsv.of(result.cells()));
        folder.write("run.json", Json.pretty(provenance));
        folder.write("report.html", HtmlReport.render(report));
    }
}
