package hopfield.spark;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/** Works at several items from the driver at once, so that the jobs of one fill the cores that the end of another leaves idle. */
final class Overlapped {
    private static final AtomicInteger GROUPS = new AtomicInteger();

    /** The time that a worker whose jobs are cancelled has to end. */
    private static final int SECONDS_TO_END = 5;

    private Overlapped() {}

    /**
     * Works at all items.
     *
     * @param atOnce items that are worked at together, at least 1
     * @param work whose jobs are run by the thread that it is given
     * @throws RuntimeException the first failure in time: the jobs of the other items have then been cancelled and have ended, and items not yet
     *     begun dropped
     */
    static <T> void run(JavaSparkContext spark, List<T> items, int atOnce, Consumer<T> work) {
        String group = "overlapped " + GROUPS.incrementAndGet();
        ExecutorService workers = Executors.newFixedThreadPool(atOnce, Overlapped::daemon);
        CompletionService<Void> ending = new ExecutorCompletionService<>(workers);
        boolean done = false;
        try {
            for (T item : items) {
                ending.submit(
                        () -> {
                            spark.setJobGroup(group, group, true);
                            work.accept(item);
                        },
                        null);
            }
            for (int k = 0; k < items.size(); k++) {
                ending.take().get();
            }
            done = true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while jobs were running", e);
        } finally {
            workers.shutdownNow();
            if (!done) {
                spark.sc().cancelJobGroupAndFutureJobs(group);
                awaitEnd(workers);
            }
        }
    }

    /** So that who cleans up after a failure cleans up after all. */
    private static void awaitEnd(ExecutorService workers) {
        boolean interrupted = Thread.interrupted();
        try {
            workers.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        return thread;
    }
}
