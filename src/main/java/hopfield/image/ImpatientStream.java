package hopfield.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A stream from the network that ends with an error where nothing comes for some time, as the JDK's own bodies wait for ever. */
final class ImpatientStream extends FilterInputStream {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(ImpatientStream::daemon);
    private final Duration patience;
    private volatile boolean late;

    /**
     * @param in a stream that may be closed while it is read
     * @param patience how long a read may last
     */
    ImpatientStream(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "download deadline");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        ScheduledFuture<?> alarm = clock.schedule(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int read = super.read(bytes, from, length);
            if (late) {
                throw new IOException("closed while it was read");
            }
            return read;
        } catch (IOException e) {
            if (late) {
                throw silence(patience);
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    /** The failure of a sender that sent nothing for this long. */
    static SocketTimeoutException silence(Duration patience) {
        return new SocketTimeoutException("nothing came for " + patience.toMillis() / 1000.0 + " s");
    }

    private void giveUp() {
        late = true;
        try {
            in.close();
        } catch (IOException e) {
            // The read says what is wrong.
        }
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        super.close();
    }
}
