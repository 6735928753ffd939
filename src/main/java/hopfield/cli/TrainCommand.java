package hopfield.cli;

import hopfield.image.ImageSource;
import hopfield.pattern.Seed;
import hopfield.pattern.Threshold;
import hopfield.spark.Train;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stores images in one network and saves it. */
@Command(
        name = "train",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = BuildInfo.class,
        synopsisHeading = "Usage: ",
        customSynopsis = "./submit.sh [spark-submit options] train --out MODEL [options]",
        description =
                "Stores all images in one Hopfield network and saves it for 'restore': its patterns, and its weights where"
                        + " they are the smaller, in Parquet, described by model.json.%n")
final class TrainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private TrainOptions train;

    @Option(
            names = "--out",
            paramLabel = "MODEL",
            required = true,
            description = "The model's folder, on any Hadoop file system; there must be nothing yet.")
    private String out;

    @Override
    public void run() {
        Instant began = Instant.now();
        Threshold threshold = train.images().threshold(Threshold.HALF);
        Train.Options options = new Train.Options(train.rule(), threshold, train.blockSide(), out);
        try (SparkSession session = Sessions.open()) {
            ImageSource source = train.images().open(session, new Seed(train.seed()), threshold);
            int count = train.images().limited(source.count());
            Train.Saved saved = run(session, new Train(session, options, source, count), provenance(source, count));
            System.out.printf(
                    Locale.ROOT,
                    "%,d patterns of %dx%d stored by %s and saved as %s, %,d bytes, in %.1f s: %s%n",
                    count,
                    source.width(),
                    source.height(),
                    options.rule().label(),
                    saved.form().name().toLowerCase(Locale.ROOT),
                    saved.bytes(),
                    Duration.between(began, Instant.now()).toMillis() / 1000.0,
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Train.Saved run(SparkSession session, Train training, Map<String, Object> provenance) {
        Interruption interruption =
                new Interruption("nothing is kept in " + out + "; give the same command again", () -> {
                    session.stop(); // or tasks would go on writing
                    training.giveUp();
                });
        try {
            return training.run(provenance);
        } catch (Exception | Error failure) {
            Sessions.hush(session);
            throw failure;
        } finally {
            interruption.close();
        }
    }

    private Map<String, Object> provenance(ImageSource source, int count) {
        BuildInfo build = new BuildInfo();
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("options", GivenOptions.of(spec));
        provenance.put("data", RunRecord.data(source, count));
        provenance.put("spark-hopfield", build.version());
        provenance.put("commit", build.commit());
        return provenance;
    }
}
