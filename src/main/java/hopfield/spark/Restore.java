package hopfield.spark;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.pattern.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Restores pictures with a saved memory: each becomes a PNG, and a row of metrics where it was made noisy here. */
public final class Restore {
    private static final int SAMPLES = 24;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final SavedModel model;
    private final RestoreOptions options;
    private final ImageSource source;
    private final int images;
    private final Network network;

    /**
     * What restoring leaves beside its files.
     *
     * @param pictures restored
     * @param atRest how many of them ended in a fixed point
     * @param changed the share of all pixels that recall changed in what the network was given
     * @param cell the metrics' aggregate, where there are metrics
     * @param samples the first pictures, to look at
     */
    public record Result(long pictures, long atRest, double changed, Optional<Cell> cell, List<Sample> samples) {}

    /**
     * @param images how many of the source's pictures are restored, the first ones
     * @throws hopfield.BadInput if the pictures do not fit the memory, its rule not the options, or its tables not each other
     */
    public Restore(SparkSession session, SavedModel model, RestoreOptions options, ImageSource source, int images) {
        this.session = session;
        this.spark = new JavaSparkContext(session.sparkContext());
        this.model = model;
        this.options = options;
        this.source = source;
        this.images = images;
        model.requireFits(source);
        options.requireFits(model.rule());
        spark.setJobDescription("read the model");
        this.network = model.network();
    }

    /**
     * Restores them all.
     *
     * @param pictures the folder of the restored pictures
     * @param metrics the folder of the metrics table
     */
    public Result run(String pictures, String metrics) {
        HadoopFiles files = new HadoopFiles(spark.hadoopConfiguration());
        RestoreTasks.Counts counts = new RestoreTasks.Counts(
                spark.sc().longAccumulator("pictures restored"),
                spark.sc().longAccumulator("pictures at rest"),
                spark.sc().longAccumulator("pixels changed"),
                new RecallReports(spark));
        Broadcast<Network> everywhere = spark.broadcast(network);
        JavaRDD<ScoredRecall> rows = new RestoreTasks(options, new RestoredPictures(files, pictures, source), counts)
                .rows(ImageRdd.of(spark, source, images), everywhere);
        spark.setJobDescription(String.format(Locale.ROOT, "restore %,d pictures", images));
        if (options.noise().isPresent()) {
            new MetricsTable(session, metrics).write(model.rule().label(), model.patterns(), rows);
        } else {
            rows.count();
        }
        everywhere.destroy();
        long restored = counts.pictures().value();
        return new Result(
                restored,
                counts.atRest().value(),
                (double) counts.changed().value() / restored / source.neurons(),
                options.noise().map(noise -> cell(counts, noise)),
                samples());
    }

    private Cell cell(RestoreTasks.Counts counts, Noise noise) {
        return counts.reports()
                .tallies()
                .get(noise)
                .cell(model.rule().label(), model.patterns(), source.neurons(), noise.kind(), noise.level());
    }

    private List<Sample> samples() {
        List<Image> first = new ArrayList<>();
        source.read(0, Math.min(SAMPLES, images)).forEachRemaining(first::add);
        try (Restorer restorer = new Restorer(options, network, new Shape(source.width(), source.height()))) {
            return restorer.restore(first).stream().map(this::sample).toList();
        }
    }

    private Sample sample(Restorer.Restored restored) {
        Image image = restored.image();
        return new Sample(
                model.rule().label(),
                model.patterns(),
                options.noise().map(Noise::kind).orElse("as given"),
                options.noise().map(Noise::level).orElse(0.0),
                0,
                image.number(),
                0,
                image.label(),
                List.of(),
                1,
                image.pattern(),
                List.of(
                        new Sample.State(0, Double.NaN, restored.cue()),
                        new Sample.State(
                                restored.end().steps(),
                                restored.end().energy(),
                                restored.end().state())),
                restored.end().outcome().label(),
                restored.end().steps());
    }
}
