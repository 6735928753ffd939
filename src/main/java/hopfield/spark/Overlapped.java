package hopfield.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Works at several items from the driver at once, so that the jobs of one fill the cores that the end of another leaves idle. */
final class Overlapped {
    private Overlapped() {}

    /**
     * Works at all items.
     *
     * @param atOnce items that are worked at together, at least 1
     * @throws RuntimeException the first failure in the order of the items, once those not yet begun have been dropped
     */
    static <T> void run(List<T> items, int atOnce, Consumer<T> work) {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce, Overlapped::daemon);
        try {
            List<Future<?>> futures = new ArrayList<>();
            items.forEach(item -> futures.add(workers.submit(() -> work.accept(item))));
            for (Future<?> future : futures) {
                future.get();
            }
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
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        return thread;
    }
}
