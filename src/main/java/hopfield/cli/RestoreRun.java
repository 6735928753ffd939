package hopfield.cli;

import hopfield.image.ImageSource;
import hopfield.metric.Cell;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.report.Json;
import hopfield.report.RestorationSheet;
import hopfield.spark.Draft;
import hopfield.spark.Restore;
import hopfield.spark.RestoreOptions;
import hopfield.spark.RunFolder;
import hopfield.spark.SavedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One restoration of pictures from its options to its sheet: checks all that can be checked, then runs, then writes. */
final class RestoreRun {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreRun.class);

    private final RestoreOptions options;
    private final OptionalLong broadcastLimit;
    private final String model;
    private final ImageOptions images;
    private final String out;
    private final Map<String, Object> given;

    RestoreRun(
            RestoreOptions options,
            OptionalLong broadcastLimit,
            String model,
            ImageOptions images,
            String out,
            Map<String, Object> given) {
        this.options = options;
        this.broadcastLimit = broadcastLimit;
        this.model = model;
        this.images = images;
        this.out = out;
        this.given = given;
    }

    void run() {
        Instant began = Instant.now();
        try (SparkSession session = Sessions.open()) {
            options.kernels().check();
            RunFolder folder = RunFolder.forNewRun(out, session.sparkContext().hadoopConfiguration());
            SavedModel saved = SavedModel.open(session, model);
            ImageSource source = images.open(session, new Seed(options.seed()), saved.threshold());
            int count = images.limited(source.count());
            Restore restore = new Restore(session, saved, options, broadcastLimit, source, count);
            LOG.info("{} at P = {} recalls {}", saved.rule().label(), saved.patterns(), restore.path());
            Draft draft = folder.draft(
                    "the restoration of " + Sessions.name(session),
                    Sessions.beat(session),
                    () -> Sessions.giveUp(session));
            Interruption interruption =
                    new Interruption("nothing is kept in " + out + "; give the same command again", () -> {
                        session.stop(); // or tasks would go on writing
                        draft.abandon();
                    });
            try (restore) {
                Restore.Result result = restore.run(draft.path("restored"), draft.path("metrics"));
                Map<String, Object> run = RunRecord.of(
                        session,
                        given,
                        options.kernels().description(),
                        RunRecord.data(source, count),
                        began,
                        Map.of("recall", restore.path()));
                run.put("model", saved.summary());
                run.put("result", record(result));
                write(draft, source, result, run);
                System.out.println(sentence(result));
            } catch (Exception failure) { // Spark's are checked ones that no method declares
                Sessions.hush(session);
                folder.checkAfter(failure);
                throw failure;
            } catch (Error failure) {
                Sessions.hush(session);
                throw failure;
            } finally {
                interruption.close();
                session.stop();
                draft.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Draft draft, ImageSource source, Restore.Result result, Map<String, Object> run) {
        Shape shape = new Shape(source.width(), source.height());
        boolean corrupted = !options.noises().isEmpty();
        draft.write("sheet.png", RestorationSheet.png(result.samples(), shape, corrupted));
        draft.write("run.json", Json.pretty(run).getBytes(StandardCharsets.UTF_8));
        draft.finish("run.json");
    }

    private static Map<String, Object> record(Restore.Result result) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("pictures", result.pictures());
        record.put("atRest", result.atRest());
        record.put("changed", result.changed());
        result.cell().ifPresent(cell -> {
            record.put("stored", cell.stored());
            record.put("restored", cell.restored().successes());
            record.put("exact", cell.exact().successes());
            record.put("inputSimilarity", cell.inputSimilarity());
            record.put("similarity", cell.similarity());
        });
        return record;
    }

    private String sentence(Restore.Result result) {
        return String.format(
                Locale.ROOT,
                "%,d pictures%s: %.1f %% of their pixels changed, %,d came to rest%s: %s/sheet.png",
                result.pictures(),
                options.noises().stream()
                        .map(noise -> " from " + noise.kind() + "=" + noise.level())
                        .findFirst()
                        .orElse(" as given"),
                100 * result.changed(),
                result.atRest(),
                result.cell().map(RestoreRun::scores).orElse(""),
                out);
    }

    private static String scores(Cell cell) {
        String similarity =
                String.format(Locale.ROOT, "; similarity %.4f, was %.4f", cell.similarity(), cell.inputSimilarity());
        return cell.stored() == 0
                ? similarity
                : String.format(
                        Locale.ROOT,
                        "; of %,d that are stored %,d restored, %,d exactly%s",
                        cell.stored(),
                        cell.restored().successes(),
                        cell.exact().successes(),
                        similarity);
    }
}
