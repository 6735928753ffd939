package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Restoration;
import hopfield.recall.Recalled;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The metrics table: a row per (cell, network, image, trial), in Parquet, a folder per cell. */
public final class MetricsTable {
    /** Files that one task writes at once; beyond, Spark sorts what is left. */
    private static final int OPEN_FILES = 32;

    private static final String[] PARTITIONS = {"rule", "patterns", "noise", "level"};

    /** Columns in the order of a row. Rates that only a stored image can have are null for the others. */
    public static final StructType SCHEMA = new StructType()
            .add("image", DataTypes.IntegerType, false)
            .add("label", DataTypes.IntegerType, true)
            .add("network", DataTypes.IntegerType, false)
            .add("trial", DataTypes.IntegerType, false)
            .add("stored", DataTypes.BooleanType, false)
            .add("foreground", DataTypes.IntegerType, false)
            .add("input_similarity", DataTypes.DoubleType, false)
            .add("similarity", DataTypes.DoubleType, false)
            .add("overlap", DataTypes.DoubleType, false)
            .add("iou", DataTypes.DoubleType, false)
            .add("exact", DataTypes.BooleanType, false)
            .add("nearest", DataTypes.IntegerType, false)
            .add("identified", DataTypes.BooleanType, true)
            .add("restored", DataTypes.BooleanType, true)
            .add("steps", DataTypes.IntegerType, false)
            .add("outcome", DataTypes.StringType, false)
            .add("energy", DataTypes.DoubleType, false)
            .add("rule", DataTypes.StringType, false)
            .add("patterns", DataTypes.IntegerType, false)
            .add("noise", DataTypes.StringType, false)
            .add("level", DataTypes.DoubleType, false);

    private final SparkSession session;
    private final String path;

    /** @param path the table's folder, on any Hadoop file system */
    public MetricsTable(SparkSession session, String path) {
        this.session = session;
        this.path = path;
    }

    /** One row. */
    static Row row(Network network, Probe.Task task, Restoration r, Recalled end) {
        Image image = task.image();
        boolean stored = task.stored();
        return RowFactory.create(
                image.number(),
                image.label() == Image.UNLABELLED ? null : image.label(),
                network.number(),
                task.trial(),
                stored,
                r.foreground(),
                r.cue().value(),
                r.restoration().value(),
                r.restoration().overlap(),
                r.restoration().iou(),
                r.restoration().exact(),
                r.nearest(),
                stored ? r.identified() : null,
                stored ? r.restored() : null,
                end.steps(),
                end.outcome().label(),
                end.energy(),
                network.memory().rule().label(),
                network.memory().patterns(),
                task.noise().kind(),
                task.noise().level());
    }

    /** Adds rows to the table; one job. Tasks keep a file open for each cell they meet rather than sort by cell. */
    void append(JavaRDD<Row> rows) {
        session.conf().set("spark.sql.maxConcurrentOutputFileWriters", OPEN_FILES);
        session.createDataFrame(rows, SCHEMA)
                .write()
                .mode(SaveMode.Append)
                .partitionBy(PARTITIONS)
                .parquet(path);
    }

    /** The whole table. */
    public Dataset<Row> read() {
        return session.read().schema(SCHEMA).parquet(path);
    }
}
