package hopfield.spark;

import hopfield.image.HadoopFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A small table as one Parquet file, not a folder of parts, for notebooks. */
public final class ParquetFile {
    private ParquetFile() {}

    /** Writes the rows, in their order, over what was there. */
    public static void write(SparkSession session, StructType schema, List<Row> rows, String path) {
        Path file = new Path(path);
        Path parts = new Path(file.getParent(), "." + file.getName() + ".part");
        session.sparkContext().setJobDescription("write " + file.getName());
        session.createDataFrame(rows, schema)
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(parts.toString());
        try {
            FileSystem files = file.getFileSystem(session.sparkContext().hadoopConfiguration());
            Path part = Stream.of(files.listStatus(parts))
                    .map(FileStatus::getPath)
                    .filter(each -> each.getName().startsWith("part-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(parts + " holds no part"));
            files.delete(file, true);
            if (!files.rename(part, file)) {
                throw new IOException("could not rename " + part + " to " + file);
            }
            files.delete(parts, true);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path + ": " + HadoopFiles.reason(e), e);
        }
    }
}
