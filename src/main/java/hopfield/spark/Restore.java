package hopfield.spark;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.CovarianceRule;
import hopfield.metric.Cell;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * Restores pictures with a saved memory: each becomes a PNG, and a row of metrics where it was made noisy here. Weights beyond the
 * broadcast limit are read where they stay; the same pictures and rows, bit for bit.
 */
public final class Restore implements AutoCloseable {
    private static final int SAMPLES = 24;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final SavedModel model;
    private final RestoreOptions options;
    private final ImageSource source;
    private final int images;
    private final Network network;
    private final Optional<InPlaceProducts> inPlace;
    private final Placement.Path path;

    /**
     * The results of a restoration beside its files.
     *
     * @param pictures restored
     * @param atRest how many of them ended in a fixed point
     * @param changed the share of all pixels that recall changed in what the network was given
     * @param cell the metrics' aggregate, where there are metrics
     * @param samples the first pictures, to look at
     */
    public record Result(long pictures, long atRest, double changed, Optional<Cell> cell, List<Sample> samples) {}

    /**
     * @param broadcastLimit the largest weight matrix, in bytes, that is broadcast; the cluster's own where there is none
     * @param images how many of the source's pictures are restored, the first ones
     * @throws hopfield.BadInput if the pictures do not fit the memory, its rule not the options, its tables not each other, or weights
     *     would have to stay in place that cannot
     */
    public Restore(
            SparkSession session,
            SavedModel model,
            RestoreOptions options,
            OptionalLong broadcastLimit,
            ImageSource source,
            int images) {
        this.session = session;
        this.spark = new JavaSparkContext(session.sparkContext());
        this.model = model;
        this.options = options;
        this.source = source;
        this.images = images;
        model.requireFits(source);
        options.requireFits(model.rule());
        Placement placement = Placement.on(Cluster.of(spark.getConf()), options.kernels(), broadcastLimit);
        this.path = model.path(placement);
        if (path == Placement.Path.IN_PLACE) {
            placement.checkInPlace(model.rule(), model.patterns(), source.neurons(), options.needsWholeWeights());
        }
        spark.setJobDescription("read the model");
        PatternSet stored = model.stored();
        this.inPlace = path == Placement.Path.IN_PLACE ? Optional.of(model.products(stored)) : Optional.empty();
        this.network = new Network(
                0,
                inPlace.map(products -> ((CovarianceRule) model.rule()).learnInPlace(products.totals()))
                        .orElseGet(() -> model.memory(stored)),
                stored);
    }

    /** Where the memory is while it recalls: broadcast, dual or in place. */
    public String path() {
        return path.label();
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
        Broadcast<ImageSource> names = spark.broadcast(source);
        RestoreTasks tasks = new RestoreTasks(options, new RestoredPictures(files, pictures, names), counts);
        MetricsTable table = new MetricsTable(session, metrics);
        Broadcast<Network> everywhere = spark.broadcast(network);
        List<Sample> samples;
        if (inPlace.isPresent()) {
            samples = inPlace(inPlace.get(), tasks, table, everywhere);
        } else {
            describe("");
            JavaRDD<ScoredRecall> rows = tasks.rows(ImageRdd.of(spark, source, images), everywhere);
            if (options.noise().isPresent()) {
                table.write(model.rule().label(), model.patterns(), rows);
            } else {
                rows.count();
            }
            try (Restorer restorer = new Restorer(options, network, shape())) {
                samples = samples(restorer);
            }
        }
        everywhere.destroy();
        names.destroy();
        long restored = counts.pictures().value();
        Optional<Cell> cell = options.noise().map(noise -> cell(counts, noise));
        if (inPlace.isPresent() && cell.isPresent()) {
            table.commit(
                    model.rule().label(),
                    model.patterns(),
                    new FinishedMemory(List.of(cell.get()), List.of()),
                    () -> {});
            table.clearOwn();
        }
        return new Result(
                restored,
                counts.atRest().value(),
                (double) counts.changed().value() / restored / source.neurons(),
                cell,
                samples);
    }

    /** A batch of pictures at a time, recalled where the weights are and written anywhere. */
    private List<Sample> inPlace(
            InPlaceProducts products, RestoreTasks tasks, MetricsTable table, Broadcast<Network> everywhere) {
        AtomicInteger batches = new AtomicInteger();
        try (InPlaceRestore restore = new InPlaceRestore(spark, options, network, products, shape())) {
            restore.run(ImageRdd.of(spark, source, images).toLocalIterator(), batch -> {
                describe(", " + batch.size() + " of them written");
                Broadcast<List<Restorer.Restored>> restored = spark.broadcast(batch);
                JavaRDD<ScoredRecall> rows = tasks.rowsOf(spark, restored, everywhere);
                if (options.noise().isPresent()) {
                    table.stage(
                            model.rule().label(), model.patterns(), String.valueOf(batches.incrementAndGet()), rows);
                } else {
                    rows.count();
                }
                restored.destroy();
            });
            return samples(new Restorer(options, restore.dynamics(), shape()));
        }
    }

    private void describe(String more) {
        spark.setJobDescription(String.format(Locale.ROOT, "restore %,d pictures", images) + more);
    }

    private Shape shape() {
        return new Shape(source.width(), source.height());
    }

    @Override
    public void close() {
        inPlace.ifPresent(InPlaceProducts::close);
    }

    private Cell cell(RestoreTasks.Counts counts, Noise noise) {
        return counts.reports()
                .sum()
                .tallies()
                .get(noise)
                .cell(model.rule().label(), model.patterns(), source.neurons(), noise.kind(), noise.level());
    }

    private List<Sample> samples(Restorer restorer) {
        List<Image> first = new ArrayList<>();
        source.read(0, Math.min(SAMPLES, images)).forEachRemaining(first::add);
        return restorer.restore(first).stream().map(this::sample).toList();
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
