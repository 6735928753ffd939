package hopfield.spark;

import hopfield.BadInput;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** A memory that {@link Train} saved: its files are known to be whole; its tables are read when they are needed. */
public final class SavedModel {
    private final SparkSession session;
    private final String given;
    private final ModelFolder folder;
    private final ModelInfo info;

    private SavedModel(SparkSession session, String given, ModelFolder folder, ModelInfo info) {
        this.session = session;
        this.given = given;
        this.folder = folder;
        this.info = info;
    }

    /**
     * Opens a model.
     *
     * @param path its folder, on any Hadoop file system
     * @throws BadInput if there is none, it is damaged, or of a newer format
     */
    public static SavedModel open(SparkSession session, String path) {
        ModelFolder folder =
                new ModelFolder("--model", path, session.sparkContext().hadoopConfiguration());
        return new SavedModel(session, path, folder, folder.read(new ClusterWorkers(session)));
    }

    /** How its pictures were binarised. */
    public Threshold threshold() {
        return info.threshold();
    }

    /** The rule that it learned by. */
    public Rule rule() {
        return info.rule();
    }

    /** P, patterns stored. */
    public int patterns() {
        return info.patterns();
    }

    /** The entries of it in a run's record. */
    public Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("path", folder.address());
        summary.put("rule", rule().label());
        summary.put("patterns", patterns());
        summary.put("form", info.form().name().toLowerCase(Locale.ROOT));
        summary.putAll(info.provenance());
        return summary;
    }

    /** @throws BadInput if pictures are of another size than the memory's */
    public void requireFits(ImageSource source) {
        Shape shape = new Shape(source.width(), source.height());
        if (!shape.equals(info.shape())) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "pictures of %s (N = %,d) do not fit %s, a memory of %s (N = %,d); pass --size %dx%d",
                    shape,
                    shape.neurons(),
                    given,
                    info.shape(),
                    info.neurons(),
                    info.shape().width(),
                    info.shape().height()));
        }
    }

    /** Where the network is while it recalls. */
    Placement.Path path(Placement placement) {
        return placement.path(info.rule(), info.form(), info.neurons());
    }

    /** The patterns that it stores. */
    PatternSet stored() {
        return ModelFolder.naming(
                given, () -> PatternsTable.read(session, files(PatternsTable.NAME), info.patterns(), info.neurons()));
    }

    /** The memory, its weights in one place. */
    Memory memory(PatternSet stored) {
        return ModelFolder.naming(given, () -> whole(stored));
    }

    /** The sum that its weights were made of, read by the tasks that keep it; the rule is one that allows it. */
    InPlaceProducts products(PatternSet stored) {
        BlockGrid grid = new BlockGrid(info.neurons(), info.blockSide());
        SavedProducts saved = SavedProducts.of(given, grid, (CovarianceRule) info.rule(), info.scale(), stored);
        return ModelFolder.naming(
                given,
                () -> new InPlaceProducts(
                        new JavaSparkContext(session.sparkContext()),
                        saved.blocks(WeightsTable.rows(session, files(WeightsTable.NAME), info.wide())),
                        stored.sums(),
                        info.patterns()));
    }

    private Memory whole(PatternSet stored) {
        if (info.form() == Form.PATTERNS) {
            return info.rule().learn(stored, Form.PATTERNS);
        }
        requireRoom();
        BlockGrid grid = new BlockGrid(info.neurons(), info.blockSide());
        Weights weights = WeightsTable.read(session, files(WeightsTable.NAME), grid, info.wide());
        double[] thresholds = ThresholdsTable.read(session, files(ThresholdsTable.NAME), info.neurons());
        return new Memory(info.rule(), info.patterns(), weights, thresholds, info.scale());
    }

    /** The weights are held on the driver, and once more while they are broadcast. */
    private void requireRoom() {
        long needed = 2L * (info.wide() ? Long.BYTES : Integer.BYTES) * info.neurons() * info.neurons();
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new BadInput(String.format(
                    Locale.ROOT,
                    "has weights of %,d neurons, which need %,d MB on the driver, which has %,d; raise --driver-memory",
                    info.neurons(),
                    needed / Training.MEGABYTE,
                    available / Training.MEGABYTE));
        }
    }

    private List<String> files(String table) {
        List<String> files = info.tables().stream()
                .map(ModelInfo.TableFile::path)
                .filter(path -> path.startsWith(table + "/"))
                .map(folder::path)
                .toList();
        if (files.isEmpty()) {
            throw new BadInput("is damaged: it names no file of its " + table);
        }
        return files;
    }
}
