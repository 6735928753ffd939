package hopfield.spark;

import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes the scored recalls of a task to one Parquet file. A DataFrame converts each row twice, which took a third more of a
 * sweep's processor time. Parquet's own output format would bypass the committers of object stores.
 */
public final class MetricsOutput extends FileOutputFormat<Void, ScoredRecall> {
    @Override
    public RecordWriter<Void, ScoredRecall> getRecordWriter(TaskAttemptContext task)
            throws IOException, InterruptedException {
        CompressionCodecName codec = ParquetOutputFormat.getCompression(task);
        String name = String.format(
                Locale.ROOT,
                "part-%05d-%s%s.parquet",
                task.getTaskAttemptID().getTaskID().getId(),
                task.getJobID(), // jobs of one memory move their files into one folder
                codec.getExtension());
        Path folder = ((PathOutputCommitter) getOutputCommitter(task)).getWorkPath();
        return new ParquetOutputFormat<>(new MetricsRows())
                .getRecordWriter(task.getConfiguration(), new Path(folder, name), codec, ParquetFileWriter.Mode.CREATE);
    }
}
