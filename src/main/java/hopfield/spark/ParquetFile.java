package hopfield.spark;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.SparkSession;

/** A small table as one Parquet file, for notebooks. The driver writes it by itself: a DataFrame would plan and compile a query for a few rows. */
final class ParquetFile {
    private ParquetFile() {}

    /**
     * Writes rows, in their order, into a new file.
     *
     * @param rows values in the order of the columns: String, Long, Double, or null where a column is optional
     */
    static void write(SparkSession session, MessageType columns, List<List<Object>> rows, Path file)
            throws IOException {
        Configuration configuration = session.sparkContext().hadoopConfiguration();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, configuration))
                .withType(columns)
                .withConf(configuration)
                .withCompressionCodec(codec(session))
                .build()) {
            for (List<Object> row : rows) {
                writer.write(group(columns, row));
            }
        }
    }

    /** The codec of the Parquet files that Spark writes. */
    static CompressionCodecName codec(SparkSession session) {
        String codec = session.conf().get("spark.sql.parquet.compression.codec");
        return CompressionCodecName.fromConf(codec.equalsIgnoreCase("none") ? "uncompressed" : codec);
    }

    private static Group group(MessageType columns, List<Object> row) {
        Group group = new SimpleGroup(columns);
        for (int k = 0; k < row.size(); k++) {
            Object value = row.get(k);
            if (value instanceof String text) {
                group.add(k, text);
            } else if (value instanceof Long whole) {
                group.add(k, (long) whole);
            } else if (value instanceof Double real) {
                group.add(k, (double) real);
            } else if (value != null) {
                throw new IllegalArgumentException(
                        columns.getFieldName(k) + " is a " + value.getClass().getName());
            }
        }
        return group;
    }
}
