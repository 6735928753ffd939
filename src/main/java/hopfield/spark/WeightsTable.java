package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.BlockGrid;
import hopfield.memory.WeightRange;
import hopfield.memory.Weights;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The weights of a saved memory in Parquet: the blocks on and above the diagonal, a row of the table for each row of a block,
 * W_ij for j from its first column on.
 */
final class WeightsTable {
    static final String NAME = "weights";

    private static final long BYTES_PER_FILE = 1L << 27;

    private WeightsTable() {}

    private static StructType schema(boolean wide) {
        return new StructType()
                .add("row", DataTypes.IntegerType, false)
                .add("column", DataTypes.IntegerType, false)
                .add(
                        "weights",
                        DataTypes.createArrayType(wide ? DataTypes.LongType : DataTypes.IntegerType, false),
                        false);
    }

    static void write(SparkSession session, Weights weights, BlockGrid grid, String path) {
        boolean wide = weights instanceof Weights.Wide;
        JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        Broadcast<Weights> everywhere = spark.broadcast(weights);
        long bytes = (long) grid.neurons() * grid.neurons() / 2 * (wide ? Long.BYTES : Integer.BYTES);
        List<Integer> blocks = IntStream.range(0, grid.blocks()).boxed().toList();
        write(
                session,
                spark.parallelize(blocks, (int) Math.min(blocks.size(), 1 + bytes / BYTES_PER_FILE))
                        .flatMap(block -> rows(everywhere.value(), grid, grid.place(block))),
                wide,
                path);
        everywhere.destroy();
    }

    /** Rows that are made wherever they are, a file for each partition. */
    static void write(SparkSession session, JavaRDD<Row> rows, boolean wide, String path) {
        session.createDataFrame(rows, schema(wide)).write().parquet(path);
    }

    /** Neuron i's weights from one column on, as they are kept. The weights are modified. */
    static Row row(int i, int from, long[] weights, WeightRange range) {
        Arrays.setAll(weights, k -> range.kept(weights[k]));
        return RowFactory.create(
                i,
                from,
                range.wide()
                        ? weights
                        : LongStream.of(weights)
                                .mapToInt(weight -> (int) weight)
                                .toArray());
    }

    private static Iterator<Row> rows(Weights weights, BlockGrid grid, BlockGrid.Place place) {
        int top = grid.start(place.row());
        int left = grid.start(place.column());
        int right = left + grid.size(place.column());
        return IntStream.range(top, top + grid.size(place.row()))
                .mapToObj(i -> RowFactory.create(i, left, entries(weights, i, left, right)))
                .iterator();
    }

    private static Object entries(Weights weights, int i, int from, int until) {
        if (weights instanceof Weights.Narrow narrow) {
            return Arrays.copyOfRange(narrow.rows()[i], from, until);
        }
        double[] row = ((Weights.Wide) weights).rows()[i];
        return IntStream.range(from, until).mapToLong(j -> (long) row[j]).toArray();
    }

    /** The table's rows, read by the tasks that go through them. */
    static JavaRDD<Row> rows(SparkSession session, List<String> paths, boolean wide) {
        return session.read()
                .schema(schema(wide))
                .parquet(paths.toArray(String[]::new))
                .toJavaRDD();
    }

    /**
     * The weights, both halves.
     *
     * @throws BadInput if they are not all the blocks of the grid, in words to stand behind the model's name
     */
    static Weights read(SparkSession session, List<String> paths, BlockGrid grid, boolean wide) {
        int n = grid.neurons();
        int[][] narrow = wide ? null : new int[n][n];
        double[][] doubles = wide ? new double[n][n] : null;
        long entries = 0;
        Iterator<Row> rows = session.read()
                .schema(schema(wide))
                .parquet(paths.toArray(String[]::new))
                .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            int i = row.getInt(0);
            int from = row.getInt(1);
            List<Number> values = row.getList(2);
            if (i < 0 || i >= n || from < 0 || from + values.size() > n) {
                throw new BadInput(
                        "is damaged: it has weights of neuron " + i + " from " + from + ", expected " + n + " neurons");
            }
            for (int k = 0; k < values.size(); k++) {
                int j = from + k;
                if (wide) {
                    doubles[i][j] = values.get(k).longValue();
                    doubles[j][i] = doubles[i][j];
                } else {
                    narrow[i][j] = values.get(k).intValue();
                    narrow[j][i] = narrow[i][j];
                }
            }
            entries += values.size();
        }
        requireAll(grid, entries);
        return wide ? new Weights.Wide(doubles) : new Weights.Narrow(narrow);
    }

    private static void requireAll(BlockGrid grid, long entries) {
        long expected = IntStream.range(0, grid.blocks())
                .mapToObj(grid::place)
                .mapToLong(place -> (long) grid.size(place.row()) * grid.size(place.column()))
                .sum();
        if (entries != expected) {
            throw new BadInput("is damaged: it has " + entries + " weights, expected " + expected);
        }
    }
}
