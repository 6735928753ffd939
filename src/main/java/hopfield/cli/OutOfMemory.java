package hopfield.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.filter.AbstractFilter;
import org.apache.spark.SparkException;

/**
 * Memory that was not enough, which is no bug: one line, and Spark's own exit status for it. A task of this process that runs out of
 * memory makes Spark log that and end the JVM; one of an executor's ends the executor, and comes home as text.
 */
final class OutOfMemory {
    /** Spark's own (SparkExitCode.OOM). */
    static final int STATUS = 52;

    private static final long MEGABYTE = 1_000_000;

    private static final Pattern SAID =
            Pattern.compile("OutOfMemoryError|(exited with|exit) code 52\\b|Exit status: 52\\b");

    private static final AtomicBoolean ENDS_THE_JVM = new AtomicBoolean();
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private OutOfMemory() {}

    /** Hears, in place of the log, of what Spark then ends this JVM for. */
    static void listen() {
        if (LogManager.getContext(false) instanceof LoggerContext context) {
            context.getConfiguration().getRootLogger().addFilter(new AbstractFilter() {
                @Override
                public Result filter(LogEvent event) {
                    if (!isUncaught(event)) {
                        return Result.NEUTRAL;
                    }
                    ENDS_THE_JVM.set(true);
                    return Result.DENY;
                }
            });
        }
    }

    private static boolean isUncaught(LogEvent event) {
        return event.getLoggerName().endsWith(".SparkUncaughtExceptionHandler")
                && event.getThrown() instanceof OutOfMemoryError;
    }

    /** Whether that is why the JVM ends. */
    static boolean endsTheJvm() {
        return ENDS_THE_JVM.get();
    }

    /** Whether it is why a command failed. */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError
                    || SAID.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was this process's memory, not that of a task elsewhere. */
    static boolean isHere(Throwable failure) {
        for (Throwable cause = failure; cause != null && !(cause instanceof SparkException); cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return Sessions.isOneProcess();
    }

    /**
     * Says so, once.
     *
     * @param here whether it was the memory of this process
     * @param next what becomes of the work
     */
    static void tell(boolean here, String next) {
        if (!TOLD.getAndSet(true)) {
            System.err.println(line(here, Runtime.getRuntime().maxMemory(), next));
        }
    }

    /**
     * The line.
     *
     * @param bytes the heap of this process
     */
    static String line(boolean here, long bytes, String next) {
        return here
                ? String.format(
                        Locale.ROOT,
                        "error: %,d MB are too little memory here; raise --driver-memory; %s",
                        bytes / MEGABYTE,
                        next)
                : "error: an executor had too little memory; raise --executor-memory; " + next;
    }
}
