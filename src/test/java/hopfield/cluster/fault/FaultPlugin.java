package hopfield.cluster.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/** Injects the faults that befall a task at its start. */
public final class FaultPlugin implements SparkPlugin {
    @Override
    public DriverPlugin driverPlugin() {
        return null;
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new Injector();
    }

    private static final class Injector implements ExecutorPlugin {
        private Fault fault;
        private Marks marks;

        @Override
        public void init(PluginContext context, Map<String, String> extraConf) {
            fault = Fault.valueOf(context.conf().get("spark.hadoop." + Fault.NAME));
            marks = new Marks(Path.of(context.conf().get("spark.hadoop." + Fault.MARKS)));
        }

        @Override
        public void onTaskStart() {
            String job = String.valueOf(TaskContext.get().getLocalProperty("spark.job.description"));
            if (fault == Fault.EXECUTOR_KILLED_IN_TRAINING
                    && job.contains("sum of outer products")
                    && marks.leave(fault.name())) {
                Marks.kill(ProcessHandle.current());
            }
            if (fault == Fault.SHUFFLE_FILES_LOST
                    && job.contains("trained and recalled in tasks")
                    && !marks.has(fault.name())) {
                loseShuffle();
            }
        }

        /** Deletes what this executor has written for a shuffle, if it has. */
        private void loseShuffle() {
            try {
                for (File folder :
                        SparkEnv.get().blockManager().diskBlockManager().localDirs()) {
                    try (Stream<Path> files = Files.walk(folder.toPath())) {
                        List<Path> shuffle =
                                files.filter(FaultPlugin::isOfShuffle).toList();
                        if (!shuffle.isEmpty() && marks.leave(fault.name())) {
                            for (Path file : shuffle) {
                                Files.deleteIfExists(file);
                            }
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isOfShuffle(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("shuffle_") && (name.endsWith(".data") || name.endsWith(".index"));
    }
}
