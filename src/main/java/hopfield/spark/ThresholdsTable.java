package hopfield.spark;

import hopfield.BadInput;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The thresholds that belong to saved weights, in Parquet: a row a neuron. */
final class ThresholdsTable {
    static final String NAME = "thresholds";

    private static final StructType SCHEMA =
            new StructType().add("neuron", DataTypes.IntegerType, false).add("threshold", DataTypes.DoubleType, false);

    private ThresholdsTable() {}

    static void write(SparkSession session, double[] thresholds, String path) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < thresholds.length; i++) {
            rows.add(RowFactory.create(i, thresholds[i]));
        }
        session.createDataFrame(rows, SCHEMA).coalesce(1).write().parquet(path);
    }

    /** @throws BadInput if there is not one for each neuron, in words to stand behind the model's name */
    static double[] read(SparkSession session, List<String> paths, int neurons) {
        List<Row> rows = session.read()
                .schema(SCHEMA)
                .parquet(paths.toArray(String[]::new))
                .collectAsList();
        if (rows.size() != neurons
                || rows.stream()
                                .mapToInt(row -> row.getInt(0))
                                .distinct()
                                .filter(i -> i >= 0 && i < neurons)
                                .count()
                        != neurons) {
            throw new BadInput("is damaged: it has " + rows.size() + " thresholds, expected " + neurons);
        }
        double[] thresholds = new double[neurons];
        rows.forEach(row -> thresholds[row.getInt(0)] = row.getDouble(1));
        return thresholds;
    }
}
