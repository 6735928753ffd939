package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.memory.BlockGrid;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.pattern.PatternSet;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import hopfield.recall.dynamics.KernelPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Stores all images of a deck in one network and saves it: always its patterns, which tell what a restoration became; and its
 * weights in blocks, where its rule has them and the patterns are not the smaller of the two.
 */
public final class Train {
    /** A model is saved from one place. */
    private static final Placement WHOLE = new Placement(KernelPolicy.AUTO, Long.MAX_VALUE);

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final Options options;
    private final ImageSource source;
    private final int images;
    private final ModelFolder folder;

    /**
     * A training of one network, and its destination.
     *
     * @param rule the learning rule
     * @param threshold how the pictures are binarised; the model remembers
     * @param blockSide rows and columns of a block of the weight matrix
     * @param out the model's folder
     */
    public record Options(Rule rule, Threshold threshold, int blockSide, String out) {
        public Options {
            if (blockSide < 1) {
                throw new BadInput("--block-size must be at least 1, was " + blockSide);
            }
        }
    }

    /**
     * The saved memory.
     *
     * @param form patterns alone, or weights too
     * @param bytes of all tables
     */
    public record Saved(Form form, long bytes) {}

    /**
     * @param source the images
     * @param images how many of them are stored, the first ones
     * @throws BadInput if there is something at the model's place, or the driver has no room for the weights
     */
    public Train(SparkSession session, Options options, ImageSource source, int images) {
        this.session = session;
        this.spark = new JavaSparkContext(session.sparkContext());
        this.options = options;
        this.source = source;
        this.images = images;
        this.folder =
                new ModelFolder("--out", options.out(), session.sparkContext().hadoopConfiguration());
        folder.requireNew();
        PatternSet.requireFits(images, source.neurons());
        options.rule().requireLearnable(images, source.neurons());
        if (form() == Form.WEIGHTS) {
            Training.requireFewBlocks(grid(), options.blockSide());
        }
        Training.requireRoom(source.neurons(), driverBytes(options.rule(), images, source.neurons()));
    }

    /** Weights only where the patterns are no smaller: P of N / 2 or more. */
    static Form form(Rule rule, int patterns, int neurons) {
        Set<Form> forms = rule.forms(patterns, neurons);
        return forms.contains(Form.PATTERNS) && (forms.size() == 1 || 2L * patterns < neurons)
                ? Form.PATTERNS
                : Form.WEIGHTS;
    }

    /** The driver's memory: the weights of rules that are learned in one place. */
    static long driverBytes(Rule rule, int patterns, int neurons) {
        return form(rule, patterns, neurons) == Form.PATTERNS || rule instanceof CovarianceRule
                ? 0
                : Training.driverBytes(rule, patterns, neurons, WHOLE);
    }

    private Form form() {
        return form(options.rule(), images, source.neurons());
    }

    private BlockGrid grid() {
        return new BlockGrid(source.neurons(), options.blockSide());
    }

    /**
     * Trains and saves; nothing is left of a model that is not finished, whatever ended it.
     *
     * @param provenance where it comes from, for people
     */
    public Saved run(Map<String, Object> provenance) {
        boolean finished = false;
        folder.make();
        try {
            Saved saved = save(provenance);
            finished = true;
            return saved;
        } finally {
            if (!finished) {
                giveUp();
            }
        }
    }

    /** Removes what there is of the model, and keeps it from being finished. */
    public void giveUp() {
        folder.remove();
    }

    private Saved save(Map<String, Object> provenance) {
        JavaRDD<Image> deck = ImageRdd.cached(spark, source, images);
        int neurons = source.neurons();
        List<String> tables = new ArrayList<>(List.of(PatternsTable.NAME));
        spark.setJobDescription(String.format(Locale.ROOT, "read %,d images", images));
        deck.count(); // by all tasks; the patterns are written by few
        spark.setJobDescription(String.format(Locale.ROOT, "save %,d patterns", images));
        PatternsTable.write(session, deck, images, neurons, folder.path(PatternsTable.NAME));
        Form form = form();
        boolean wide = false;
        double scale = 1;
        if (form == Form.WEIGHTS) {
            Written written = options.rule() instanceof CovarianceRule rule ? fromTasks(deck, rule) : fromDriver(deck);
            wide = written.wide();
            scale = written.memory().scale();
            ThresholdsTable.write(session, written.memory().threshold(), folder.path(ThresholdsTable.NAME));
            tables.addAll(List.of(WeightsTable.NAME, ThresholdsTable.NAME));
        }
        deck.unpersist();
        List<ModelInfo.TableFile> files = folder.tableFiles(tables, new ClusterWorkers(session));
        folder.finish(new ModelInfo(
                options.rule(),
                images,
                new Shape(source.width(), source.height()),
                options.threshold(),
                form,
                wide,
                scale,
                options.blockSide(),
                provenance,
                files));
        return new Saved(
                form, files.stream().mapToLong(ModelInfo.TableFile::bytes).sum());
    }

    /** A memory whose weights are in their table. */
    private record Written(Memory memory, boolean wide) {}

    /** Weights that are never in one place: tasks write what they have summed up. */
    private Written fromTasks(JavaRDD<Image> deck, CovarianceRule rule) {
        spark.setJobDescription("sum of outer products");
        try (InPlaceProducts products =
                new InPlaceProducts(spark, Training.sum(deck.map(Image::pattern), images, grid()), images)) {
            InPlaceWeights learned = InPlaceWeights.learn(spark, rule, products);
            spark.setJobDescription("save weights");
            learned.write(session, products, grid(), folder.path(WeightsTable.NAME));
            return new Written(learned.memory(), learned.range().wide());
        }
    }

    /** Weights that are learned, or factorised, in one place. */
    private Written fromDriver(JavaRDD<Image> deck) {
        PatternSet stored = Network.stored(deck);
        Training training = new Training(spark, WHOLE, grid(), deck.map(Image::pattern), stored);
        spark.setJobDescription(training.description(options.rule()));
        Memory trained = training.memory(options.rule());
        boolean matrix = trained.weights() instanceof Weights.Narrow || trained.weights() instanceof Weights.Wide;
        Memory memory = matrix ? trained : options.rule().learn(stored, Form.WEIGHTS);
        spark.setJobDescription("save weights");
        WeightsTable.write(session, memory.weights(), grid(), folder.path(WeightsTable.NAME));
        return new Written(memory, memory.weights() instanceof Weights.Wide);
    }
}
