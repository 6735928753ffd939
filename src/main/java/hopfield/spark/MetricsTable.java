package hopfield.spark;

import hopfield.metric.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * The metrics table: a row per (cell, network, image, trial), in Parquet, a folder for each rule and load.
 * Ratios are 32-bit: that tells apart all shares of up to 2^24 pixels.
 */
public final class MetricsTable {
    /**
     * Columns of a file, then the two of its folders, rule and patterns. Of 0.1.0, noise and level were folders too. Null is what there is none of: what only a stored image can have (its ssim too, and that only
     * of images as large as the window), the class of an image without one, the improvement of an exact cue.
     */
    public static final StructType SCHEMA = new StructType()
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
            .add("level", DataTypes.DoubleType, false)
            .add("rule", DataTypes.StringType, false)
            .add("patterns", DataTypes.IntegerType, false);

    private final SparkSession session;
    private final String path;
    private final MetricsFiles files;

    /** @param path the table's folder, on any Hadoop file system */
    public MetricsTable(SparkSession session, String path) {
        this.session = session;
        this.path = path;
        this.files = new MetricsFiles(path, session.sparkContext().hadoopConfiguration());
    }

    /**
     * Writes rows of one rule and load where no reader of the table sees them; one job. Each task writes one file.
     *
     * @param part tells apart the jobs of one rule and load
     */
    void stage(String rule, int patterns, String part, JavaRDD<ScoredRecall> rows) {
        write(rows, files.staged(rule, patterns, part));
    }

    /** Writes all rows of one rule and load straight into the table; one job. */
    void write(String rule, int patterns, JavaRDD<ScoredRecall> rows) {
        write(rows, files.whole(rule, patterns));
    }

    private void write(JavaRDD<ScoredRecall> rows, String to) {
        files.remove(to);
        Configuration ofSession = session.sparkContext().hadoopConfiguration();
        ofSession.setIfUnset(
                ParquetOutputFormat.MEMORY_POOL_RATIO,
                "0.3"); // of the heap, for all files open together: the JVM has one ratio
        Configuration configuration = new Configuration(ofSession);
        configuration.set(
                ParquetOutputFormat.COMPRESSION, ParquetFile.codec(session).name());
        configuration.setBoolean("mapreduce.fileoutputcommitter.marksuccessfuljobs", false);
        rows.mapToPair(row -> new Tuple2<Void, ScoredRecall>(null, row))
                .saveAsNewAPIHadoopFile(to, Void.class, ScoredRecall.class, MetricsOutput.class, configuration);
    }

    /**
     * Moves the staged rows of one rule and load into the table, all at once, and records that they are all.
     *
     * @param check called before the table is changed; what it throws ends this
     */
    void commit(String rule, int patterns, FinishedMemory memory, Runnable check) {
        files.commit(rule, patterns, memory.json(), check);
    }

    /** The record of a rule and a load; where there is none, no row of theirs is left in the table. */
    Optional<FinishedMemory> finished(String rule, int patterns) {
        return files.record(rule, patterns);
    }

    /** Restorations to look at that are on record of a rule and a load, also of a sweep that never ended; may be empty. */
    public List<Sample> samples(String rule, int patterns) {
        return files.recorded(rule, patterns).map(FinishedMemory::samples).orElse(List.of());
    }

    /** Removes what anybody staged and never committed. */
    void clear() {
        files.clear();
    }

    /** Removes what this table staged and never committed. */
    void clearOwn() {
        files.clearOwn();
    }

    /** The whole table, also one in the folders of 0.1.0; columns in the order of {@link #SCHEMA}. */
    public Dataset<Row> read() {
        return session.read()
                .schema(SCHEMA)
                .parquet(path)
                .select(Arrays.stream(SCHEMA.fieldNames()).map(functions::col).toArray(Column[]::new));
    }
}
