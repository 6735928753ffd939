package hopfield.cli;

import hopfield.BadInput;
import hopfield.image.ImageSource;
import hopfield.pattern.Seed;
import hopfield.pattern.Threshold;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
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
        this.given = new LinkedHashMap<>(given);
    }

    void run(SweepCommand.Fallback fallback) {
        CompletableFuture.runAsync(this::kernel); // its library loads while Spark starts
        Instant began = Instant.now();
        try (SparkSession session = Sessions.open(place.eventLog())) {
            try {
                run(session, fallback, began);
            } catch (Exception | Error failure) {
                Sessions.hush(session);
                throw failure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(SparkSession session, SweepCommand.Fallback fallback, Instant began) throws IOException {
        options.kernels().check();
        try (RunFolder folder =
                RunFolder.of(place.out(), place.how(), session.sparkContext().hadoopConfiguration())) {
            ImageSource source = open(session, fallback);
            warnings.addAll(source.warnings());
            int count = images.limited(source.count());
            Sweep sweep = new Sweep(session, options, source, count, folder.path("metrics"), folder::check);
            Map<String, Object> data = RunRecord.data(source, count);
            Interruption interruption = new Interruption(kept(fallback, given, place.out()), folder::close);
            try {
                if (!folder.begin(
                        RunRecord.identity(given, data),
                        Sessions.name(session),
                        Sessions.beat(session),
                        () -> Sessions.giveUp(session))) {
                    System.out.printf("finished already: %s%n", ReportFiles.page(place.out()));
                    return;
                }
                announce(session, source, count);
                Map<String, Object> begun = RunRecord.begun(session, given, kernel(), data, began);
                note(sweep, begun);
                folder.write("run.json", Json.pretty(begun));
                SweepResult result = sweep.run();
                Map<String, Object> ended = RunRecord.ended(begun, began, RunRecord.of(result));
                Instant computed = Instant.now();
                write(session, folder, source, result, ended);
                print(result, (double) ended.get("seconds"), seconds(computed));
            } catch (Exception failure) { // Spark's are checked ones that no method declares
                folder.checkAfter(failure);
                throw failure;
            } finally {
                interruption.close();
            }
        }
    }

    /** How the sweep goes about it, for the user and for the record. */
    private void note(Sweep sweep, Map<String, Object> record) {
        sweep.paths()
                .forEach((rule, paths) -> LOG.info(
                        "{} recalls {}", rule, byPath(paths, sweep.reasons().get(rule))));
        record.put("broadcastLimit", sweep.broadcastLimit());
        record.put("recall", sweep.paths());
        record.put("recallReason", sweep.reasons());
        if (!warnings.isEmpty()) {
            record.put("warnings", warnings);
        }
    }

    private String kernel() {
        return options.kernels().description();
    }

    /** The fate of a run that ends early, in words; without a command it was the quickstart, and a folder may be of our choice. */
    static String kept(SweepCommand.Fallback fallback, Map<String, Object> given, String out) {
        String command = fallback == SweepCommand.Fallback.NONE
                ? "the same command"
                : "./submit.sh sweep --config conf/quickstart.properties --images " + given.get("images");
        return "what is finished is kept in " + out + "; " + command + " with "
                + (given.containsKey("out") ? "" : "--out " + out + " ") + "--resume does the rest";
    }

    private void announce(SparkSession session, ImageSource source, int count) {
        LOG.info(String.format(
                Locale.ROOT,
                "%s: %s of %dx%d; kernel %s; %s",
                source.name(),
                CapacityText.count(count, "image"),
                source.width(),
                source.height(),
                kernel(),
                session.sparkContext().uiWebUrl().isDefined()
                        ? "progress at " + session.sparkContext().uiWebUrl().get()
                        : "Spark's UI is off"));
    }

    /** As "dual (predicted faster than weights) at P = 5, 20; ...", of paths and reasons by load. */
    private static String byPath(Map<String, String> paths, Map<String, String> reasons) {
        Map<String, List<String>> loads = new LinkedHashMap<>();
        paths.forEach(
                (load, path) -> loads.computeIfAbsent(path + " (" + reasons.get(load) + ")", first -> new ArrayList<>())
                        .add(load));
        return loads.entrySet().stream()
                .map(path -> path.getKey() + " at P = " + String.join(", ", path.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }

    /** @param seconds what the report says as well, which cannot say its own */
    private void print(SweepResult result, double seconds, double reported) {
        System.out.print(CapacityText.of(result.cells()));
        System.out.printf(
                Locale.ROOT,
                "%s, %s in %.1f s, reported in %.1f s: %s%n",
                CapacityText.count(result.cells().size(), "cell"),
                CapacityText.count(result.restorations(), "restoration"),
                seconds,
                reported,
                ReportFiles.page(place.out()));
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
            given.put("images", BUILT_IN);
            return images.open(session, BUILT_IN, seed, Threshold.HALF);
        }
    }

    private void write(
            SparkSession session,
            RunFolder folder,
            ImageSource source,
            SweepResult result,
            Map<String, Object> provenance) {
        Report report = new Report(
                RunRecord.name(place.out()),
                warnings,
                new Setting(
                        source.width(),
                        source.height(),
                        options.trials(),
                        options.update().label(),
                        source.random() && !options.clamp() && options.temperature() == 0
                                ? Setting.Images.RANDOM
                                : Setting.Images.PICTURES,
                        source.classes()),
                result.cells(),
                result.samples(),
                provenance);
        folder.check();
        folder.write("gallery.json", GalleryJson.of(result.samples()));
        ReportFiles.write(session, folder, List.of(report));
        folder.write("run.json", Json.pretty(provenance)); // last: its seconds say that the run is finished
    }
}
