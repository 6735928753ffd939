package hopfield.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * The end of work when the JVM is told to stop (SIGINT, SIGTERM): one line, then silence, and the work given back
 * before Spark, which is stopped after this, fails its jobs. The exit status is then 128 and the signal's number. Spark also ends the
 * JVM when a task of its own process is out of memory; then that is what the line says.
 */
final class Interruption {
    /** Before Spark's own hook, whose priority is 40. */
    private static final int BEFORE_SPARK = 90;

    private static final AtomicBoolean HAPPENED = new AtomicBoolean();

    /** The one that knows best what becomes of the work. */
    private static volatile Interruption last;

    private final String next;
    private final Runnable hook;

    /**
     * Waits for the end of the JVM, until closed.
     *
     * @param next says what becomes of the work
     * @param giveBack what must be done before Spark stops
     */
    Interruption(String next, Runnable giveBack) {
        this.next = next;
        hook = () -> {
            if (last == this) {
                HAPPENED.set(true);
                Sessions.hush();
                if (OutOfMemory.endsTheJvm()) {
                    OutOfMemory.tell(true, next);
                } else {
                    System.err.println("interrupted: " + next);
                }
                System.setErr(new PrintStream(OutputStream.nullOutputStream()));
                giveBack.run();
            }
        };
        last = this;
        ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK, 20, TimeUnit.SECONDS);
    }

    /** Before a command has anything to say of its own. */
    static Interruption beforeAll() {
        return new Interruption("nothing was written yet; give the same command again", () -> {});
    }

    /** The fate of the command's work, in words; it holds whatever ends it early. */
    static String next() {
        return last.next;
    }

    /** Whether the JVM is ending, so that failures are only what comes of it. */
    static boolean happened() {
        return HAPPENED.get();
    }

    /** The work is done. */
    void close() {
        if (!happened()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
        }
    }
}
