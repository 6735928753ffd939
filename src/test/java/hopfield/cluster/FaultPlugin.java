package hopfield.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
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
import scala.jdk.javaapi.CollectionConverters;

/** Injects one {@link Fault} into the executors of a run, once, and leaves a mark. */
public final class FaultPlugin implements SparkPlugin {
    private static final long STRAGGLE = 20_000;
    private static final long STALL = 600_000;

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
        private Path mark;

        @Override
        public void init(PluginContext context, Map<String, String> extraConf) {
            fault = Fault.valueOf(context.conf().get(Fault.NAME));
            mark = Path.of(context.conf().get(Fault.MARKS)).resolve(fault.name());
        }

        @Override
        public void onTaskStart() {
            TaskContext task = TaskContext.get();
            if (!fault.befalls(task.getLocalProperty("spark.job.description"))
                    || fault != Fault.STALL && Files.exists(mark)) {
                return;
            }
            switch (fault) {
                case EXECUTOR_KILLED_IN_TRAINING -> {
                    if (marked()) {
                        kill(ProcessHandle.current());
                        rest(STRAGGLE);
                    }
                }
                case EXECUTOR_KILLED_IN_RECALL, WORKER_KILLED, SIGN -> {
                    Thread watch = new Thread(() -> whenWriting(task), "fault");
                    watch.setDaemon(true);
                    watch.start();
                }
                case SHUFFLE_FILES_LOST -> loseShuffle();
                case STRAGGLER -> {
                    if (marked()) {
                        rest(STRAGGLE);
                    }
                }
                case STALL -> {
                    marked();
                    rest(STALL);
                }
            }
        }

        /** Strikes as soon as the task has recalled something. */
        private void whenWriting(TaskContext task) {
            while (!task.isCompleted()) {
                boolean writing = CollectionConverters.asJava(task.taskMetrics().accumulators()).stream()
                        .anyMatch(sum -> sum.name().contains("restorations") && !sum.isZero());
                if (writing && marked()) {
                    switch (fault) {
                        case EXECUTOR_KILLED_IN_RECALL -> kill(ProcessHandle.current());
                        case WORKER_KILLED ->
                            kill(ProcessHandle.current().parent().orElseThrow());
                        default -> {}
                    }
                    return;
                }
                rest(1);
            }
        }

        private void loseShuffle() {
            try {
                for (java.io.File folder :
                        SparkEnv.get().blockManager().diskBlockManager().localDirs()) {
                    try (Stream<Path> files = Files.walk(folder.toPath())) {
                        List<Path> shuffle = files.filter(
                                        file -> file.getFileName().toString().startsWith("shuffle_"))
                                .toList();
                        if (!shuffle.isEmpty() && marked()) {
                            for (Path file : shuffle) {
                                Files.delete(file);
                            }
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Whether this is the one that leaves the mark. */
        private boolean marked() {
            try {
                Files.createFile(mark);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void kill(ProcessHandle process) {
            try {
                new ProcessBuilder("kill", "-9", String.valueOf(process.pid())).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void rest(long milliseconds) {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
