package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Restoration;
import hopfield.recall.Recalled;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The metrics table: a row per (cell, network, image, trial), in Parquet, a folder per cell. Ratios are 32-bit: that tells apart
 * all shares of up to 2^24 pixels.
 */
public final class MetricsTable {
    /** Files that one task writes at once; beyond, Spark sorts what is left. */
    private static final int OPEN_FILES = 32;

    /**
     * Columns of a file and the level that it is of, in the order of a row. Null is what there is none of: what only a stored image
     * can have (its ssim too, and that only of images as large as the window), the class of an image without one, the improvement of
     * an exact cue.
     */
    private static final StructType ROW = new StructType()
            .add("image", DataTypes.IntegerType, false)
            .add("label", DataTypes.ShortType, true)
            .add("network", DataTypes.IntegerType, false)
            .add("trial", DataTypes.IntegerType, false)
            .add("stored", DataTypes.BooleanType, false)
            .add("foreground", DataTypes.IntegerType, false)
            .add("input_similarity", DataTypes.FloatType, false)
            .add("similarity", DataTypes.FloatType, false)
            .add("overlap", DataTypes.FloatType, false)
            .add("iou", DataTypes.FloatType, false)
            .add("exact", DataTypes.BooleanType, false)
            .add("improved", DataTypes.BooleanType, true)
            .add("ssim", DataTypes.FloatType, true)
            .add("became", DataTypes.StringType, false)
            .add("nearest", DataTypes.IntegerType, false)
            .add("nearest_label", DataTypes.ShortType, true)
            .add("identified", DataTypes.BooleanType, true)
            .add("restored", DataTypes.BooleanType, true)
            .add("steps", DataTypes.IntegerType, false)
            .add("outcome", DataTypes.StringType, false)
            .add("energy", DataTypes.FloatType, false)
            .add("noise", DataTypes.StringType, false)
            .add("level", DataTypes.DoubleType, false);

    /** All columns. */
    public static final StructType SCHEMA =
            ROW.add("rule", DataTypes.StringType, false).add("patterns", DataTypes.IntegerType, false);

    private final SparkSession session;
    private final String path;
    private final MetricsFiles files;

    /** @param path the table's folder, on any Hadoop file system */
    public MetricsTable(SparkSession session, String path) {
        this.session = session;
        this.path = path;
        this.files = new MetricsFiles(path, session.sparkContext().hadoopConfiguration());
    }

    /** One row of the cells of a rule and a load. */
    static Row row(int network, Probe.Task task, Restoration r, Recalled end) {
        Image image = task.image();
        boolean stored = task.stored();
        return RowFactory.create(
                image.number(),
                label(image.label()),
                network,
                task.trial(),
                stored,
                r.foreground(),
                (float) r.cue().value(),
                (float) r.restoration().value(),
                (float) r.restoration().overlap(),
                (float) r.restoration().iou(),
                r.restoration().exact(),
                r.improvable() ? r.improved() : null,
                Double.isNaN(r.ssim()) ? null : (float) r.ssim(),
                r.became().label(),
                r.nearest().image(),
                label(r.nearest().label()),
                stored ? r.identified() : null,
                stored ? r.restored() : null,
                end.steps(),
                end.outcome().label(),
                (float) end.energy(),
                task.noise().kind(),
                task.noise().level());
    }

    private static Short label(int label) {
        return label == Image.UNLABELLED ? null : (short) label;
    }

    /**
     * Writes rows of one rule and load where no reader of the table sees them; one job. Tasks keep a file open for each level rather
     * than sort by it.
     *
     * @param part tells apart the jobs of one rule and load
     */
    void stage(String rule, int patterns, String part, JavaRDD<Row> rows) {
        write(rows, files.staged(rule, patterns, part));
    }

    /** Writes all rows of one rule and load straight into the table; one job. */
    void write(String rule, int patterns, JavaRDD<Row> rows) {
        write(rows, files.whole(rule, patterns));
    }

    private void write(JavaRDD<Row> rows, String to) {
        session.conf().set("spark.sql.maxConcurrentOutputFileWriters", OPEN_FILES);
        session.createDataFrame(rows, ROW)
                .write()
                .mode(SaveMode.Overwrite)
                .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .option("parquet.enable.dictionary#image", "false") // a file has each once: no dictionary pays
                .partitionBy("noise", "level")
                .parquet(to);
    }

    /** Moves the staged rows of one rule and load into the table, all at once, and records that they are all. */
    void commit(String rule, int patterns, FinishedMemory memory) {
        files.commit(rule, patterns, memory.json());
    }

    /** What is on record of a rule and a load; where nothing is, no row of theirs is left in the table. */
    Optional<FinishedMemory> finished(String rule, int patterns) {
        return files.record(rule, patterns);
    }

    /** Removes what was staged and never committed. */
    void clear() {
        files.clear();
    }

    /** The whole table. */
    public Dataset<Row> read() {
        return session.read().schema(SCHEMA).parquet(path);
    }
}
