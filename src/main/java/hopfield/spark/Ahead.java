package hopfield.spark;

import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Prepares the next item while the last is being used: what Spark's scheduler then runs fills the cores that its jobs leave idle. */
final class Ahead<T, R> implements Iterator<R>, AutoCloseable {
    private final Iterator<T> items;
    private final Function<T, R> preparation;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "prepares the next memory");
        thread.setDaemon(true);
        return thread;
    });
    private Future<R> next;

    Ahead(Iterator<T> items, Function<T, R> preparation) {
        this.items = items;
        this.preparation = preparation;
        begin();
    }

    private void begin() {
        T item = items.hasNext() ? items.next() : null;
        next = item == null ? null : background.submit(() -> preparation.apply(item));
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** The next item, prepared; what failed to be prepared fails here. */
    @Override
    public R next() {
        try {
            R prepared = next.get();
            begin();
            return prepared;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
