package hopfield.spark;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A small table as one Parquet file, not a folder of parts, for notebooks. */
final class ParquetFile {
    private ParquetFile() {}

    /** Writes the rows, in their order, into a new file. */
    static void write(SparkSession session, StructType schema, List<Row> rows, Path file) throws IOException {
        Path parts = file.suffix(".rows.part");
        FileSystem files = file.getFileSystem(session.sparkContext().hadoopConfiguration());
        try {
            session.createDataFrame(rows, schema).coalesce(1).write().parquet(parts.toString());
            Path part = Stream.of(files.listStatus(parts))
                    .map(FileStatus::getPath)
                    .filter(each -> each.getName().startsWith("part-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(parts + " holds no part"));
            if (!files.rename(part, file)) {
                throw new IOException("could not rename " + part + " to " + file);
            }
        } finally {
            files.delete(parts, true);
        }
    }
}
