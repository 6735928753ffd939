package hopfield.spark;

import hopfield.noise.Noise;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

/**
 * Writes scored recalls to {@code noise=KIND/level=LEVEL/}, a Parquet file for each task and level. A DataFrame converts each row
 * twice and looks up its folder, which took a third more of a sweep's processor time; a recall knows its level.
 */
public final class LevelFiles extends FileOutputFormat<Noise, ScoredRecall> {
    @Override
    public RecordWriter<Noise, ScoredRecall> getRecordWriter(TaskAttemptContext task) throws IOException {
        Path folder = ((PathOutputCommitter) getOutputCommitter(task)).getWorkPath();
        CompressionCodecName codec = ParquetOutputFormat.getCompression(task);
        String name = String.format(
                Locale.ROOT,
                "part-%05d-%s%s.parquet",
                task.getTaskAttemptID().getTaskID().getId(),
                task.getJobID(),
                codec.getExtension());
        return new Writer(task.getConfiguration(), folder, name, codec);
    }

    private static final class Writer extends RecordWriter<Noise, ScoredRecall> {
        private final Configuration configuration;
        private final Path folder;
        private final String name;
        private final CompressionCodecName codec;
        private final Map<Noise, RecordWriter<Void, ScoredRecall>> files = new HashMap<>();
        private Noise last;
        private RecordWriter<Void, ScoredRecall> file;

        Writer(Configuration configuration, Path folder, String name, CompressionCodecName codec) {
            this.configuration = configuration;
            this.folder = folder;
            this.name = name;
            this.codec = codec;
        }

        @Override
        public void write(Noise noise, ScoredRecall recall) throws IOException, InterruptedException {
            if (!noise.equals(last)) {
                last = noise;
                file = files.get(noise);
                if (file == null) {
                    file = open(noise);
                    files.put(noise, file);
                }
            }
            file.write(null, recall);
        }

        private RecordWriter<Void, ScoredRecall> open(Noise noise) throws IOException, InterruptedException {
            Path place = new Path(
                    folder,
                    ExternalCatalogUtils.getPartitionPathString("noise", noise.kind()) + "/level=" + noise.level());
            return new ParquetOutputFormat<>(new MetricsRows())
                    .getRecordWriter(configuration, new Path(place, name), codec, ParquetFileWriter.Mode.CREATE);
        }

        /** Closes every file, whichever of them fails. */
        @Override
        public void close(TaskAttemptContext task) throws IOException, InterruptedException {
            closeAll(files.values().iterator(), task);
        }
    }

    /** Closes every writer, whichever of them fails: throws what the first one did, with what the others did suppressed. */
    static void closeAll(Iterator<? extends RecordWriter<?, ?>> writers, TaskAttemptContext task)
            throws IOException, InterruptedException {
        while (writers.hasNext()) {
            try {
                writers.next().close(task);
            } catch (IOException | InterruptedException | RuntimeException | Error failure) {
                try {
                    closeAll(writers, task);
                } catch (IOException | InterruptedException | RuntimeException | Error another) {
                    failure.addSuppressed(another);
                }
                throw failure;
            }
        }
    }
}
