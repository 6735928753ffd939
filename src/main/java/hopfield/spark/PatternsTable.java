package hopfield.spark;

import hopfield.BadInput;
import hopfield.image.Image;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The patterns of a saved memory in Parquet: a row each, N bits in ceil(N / 8) bytes, pixel i at bit i mod 8 of byte i / 8. */
final class PatternsTable {
    static final String NAME = "patterns";

    private static final StructType SCHEMA = new StructType()
            .add("image", DataTypes.IntegerType, false)
            .add("label", DataTypes.IntegerType, false)
            .add("bits", DataTypes.BinaryType, false);

    private static final long BYTES_PER_FILE = 1L << 26;

    private PatternsTable() {}

    static void write(SparkSession session, JavaRDD<Image> images, int patterns, int neurons, String path) {
        long files = 1 + (long) patterns * neurons / Byte.SIZE / BYTES_PER_FILE;
        JavaRDD<Row> rows = images.coalesce((int) Math.min(images.getNumPartitions(), files))
                .map(image -> RowFactory.create(image.number(), image.label(), bytes(image.pattern())));
        session.createDataFrame(rows, SCHEMA).write().parquet(path);
    }

    /**
     * The patterns, in the order of their images.
     *
     * @throws BadInput if they are not as many of as many neurons, in words to stand behind the model's name
     */
    static PatternSet read(SparkSession session, List<String> paths, int patterns, int neurons) {
        List<Row> rows = new ArrayList<>(session.read()
                .schema(SCHEMA)
                .parquet(paths.toArray(String[]::new))
                .collectAsList());
        if (rows.size() != patterns) {
            throw new BadInput("is damaged: it has " + rows.size() + " patterns, expected " + patterns);
        }
        rows.sort(Comparator.comparingInt(row -> row.getInt(0)));
        return new PatternSet(
                rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
                rows.stream().mapToInt(row -> row.getInt(1)).toArray(),
                rows.stream().map(row -> pattern((byte[]) row.get(2), neurons)).toList());
    }

    private static byte[] bytes(Pattern pattern) {
        byte[] bytes = new byte[(pattern.neurons() + Byte.SIZE - 1) / Byte.SIZE];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) (pattern.words()[k >> 3] >>> Byte.SIZE * k);
        }
        return bytes;
    }

    private static Pattern pattern(byte[] bytes, int neurons) {
        long[] words = BitSet.valueOf(bytes).toLongArray();
        if (bytes.length != (neurons + Byte.SIZE - 1) / Byte.SIZE || words.length > Pattern.wordsFor(neurons)) {
            throw new BadInput(
                    "is damaged: a pattern has " + bytes.length + " bytes, expected those of " + neurons + " pixels");
        }
        return new Pattern(neurons, Arrays.copyOf(words, Pattern.wordsFor(neurons)));
    }
}
