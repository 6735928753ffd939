package hopfield.spark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Where a sweep's time goes: seconds by stage, as the driver waits for them, and seconds of recall tasks by what they do. */
final class Stopwatch {
    private final Map<String, Double> stages = new LinkedHashMap<>();
    private final Map<String, Double> tasks = new LinkedHashMap<>();

    void time(String stage, Runnable work) {
        time(stage, () -> {
            work.run();
            return null;
        });
    }

    <T> T time(String stage, Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        addTime(stage, (System.nanoTime() - began) / 1e9);
        return result;
    }

    synchronized void addTime(String stage, double seconds) {
        stages.merge(stage, seconds, Double::sum);
    }

    synchronized void addTaskTime(TaskReport.Work work, double seconds) {
        tasks.merge(work.name().toLowerCase(Locale.ROOT), seconds, Double::sum);
    }

    /** Seconds by stage; stages that ran at the same time count twice. */
    Map<String, Double> stages() {
        return stages;
    }

    /** Seconds of all recall tasks together. */
    Map<String, Double> tasks() {
        return tasks;
    }
}
