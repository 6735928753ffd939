package hopfield.spark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How far a sweep is, in one line: cells done, images per second, time left, and where Spark's interface is. On a terminal the
 * line is drawn over and over; elsewhere it is logged every 30 seconds. Images count as tasks report them, with their heartbeats.
 */
final class SweepProgress extends SparkListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SweepProgress.class);
    private static final int TERMINAL_MILLIS = 500;
    private static final int LOG_MILLIS = 30_000;
    private static final int LOG_WIDTH = 200;

    private final SparkContext spark;
    private final long cells;
    private final String address;
    private final DoubleAdder cellsDone = new DoubleAdder();
    private final AtomicLong finished = new AtomicLong();
    private final Map<Long, Long> running = new ConcurrentHashMap<>();
    private final ProgressBar bar;
    private final boolean terminal;
    private final Consumer<String> log;
    private int longest;
    private volatile boolean closing;
    private volatile String last = "";
    private volatile String said = "";

    /**
     * @param cells of the whole sweep
     * @param images to be recalled in all
     */
    SweepProgress(SparkContext spark, long cells, long images) {
        this(spark, cells, images, System.console() != null, LOG::info);
    }

    /** @param log takes the lines where there is no terminal */
    SweepProgress(SparkContext spark, long cells, long images, boolean terminal, Consumer<String> log) {
        this.spark = spark;
        this.cells = cells;
        this.address = spark.uiWebUrl().isDefined() ? ", " + spark.uiWebUrl().get() : "";
        this.terminal = terminal;
        this.log = log;
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setInitialMax(images)
                .setUpdateIntervalMillis(terminal ? TERMINAL_MILLIS : LOG_MILLIS)
                .continuousUpdate()
                .setRenderer(this::line);
        if (!terminal) {
            builder.setConsumer(new DelegatingProgressBarConsumer(this::say, LOG_WIDTH));
        }
        bar = builder.build();
        spark.addSparkListener(this);
    }

    /** Some cells are complete, or a share of them. */
    void done(double someCells) {
        cellsDone.add(someCells);
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        running.remove(end.taskInfo().taskId());
        if (end.taskInfo().successful()) {
            finished.addAndGet(restorations(end.taskInfo().accumulables()));
        }
        step();
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates())
                .forEach(task -> running.put((Long) task._1(), restorations(task._4())));
        step();
    }

    private void step() {
        long images = finished.get()
                + running.values().stream().mapToLong(Long::longValue).sum();
        bar.stepTo(Math.max(bar.getCurrent(), Math.min(images, bar.getMax())));
    }

    private static long restorations(Iterable<AccumulableInfo> accumulables) {
        long sum = 0;
        for (AccumulableInfo one : CollectionConverters.asJava(accumulables)) {
            if (one.name().isDefined()
                    && one.name().get().equals(RecallReports.RESTORATIONS)
                    && one.update().isDefined()) {
                sum += ((Number) one.update().get()).longValue();
            }
        }
        return sum;
    }

    private String line(ProgressState state, int width) {
        String line = line(
                (long) (cellsDone.sum() + 1e-6),
                cells,
                state.getCurrent(),
                state.getMax(),
                state.getElapsedAfterStart().toMillis() / 1000.0,
                address);
        longest = terminal ? Math.max(longest, line.length()) : line.length();
        return within(line, longest, width);
    }

    /** A line as long as the longest that it is drawn over, so that no tail of it is left, or cut to the terminal's width. */
    static String within(String line, int longest, int width) {
        String padded = line + " ".repeat(longest - line.length());
        return padded.substring(0, Math.max(0, Math.min(padded.length(), width)));
    }

    /** The line, from what is done and the seconds that it took. */
    static String line(long cellsDone, long cells, long done, long images, double seconds, String address) {
        double rate = seconds > 0 ? done / seconds : 0;
        String left = rate > 0 ? time(Math.round((images - done) / rate)) + " left" : "time left unknown";
        return String.format(
                Locale.ROOT,
                "%,d of %,d %s, %.0f %% of %,d %s, %s images/s, %s%s",
                cellsDone,
                cells,
                cells == 1 ? "cell" : "cells",
                images == 0 ? 100.0 : Math.floor(100.0 * done / images),
                images,
                images == 1 ? "image" : "images",
                speed(rate),
                left,
                address);
    }

    /** Whole, or of less than ten at most two digits: the slowest recall that moves is told from one that stands. */
    private static String speed(double rate) {
        return rate == 0 || rate >= 9.95
                ? String.format(Locale.ROOT, "%,.0f", rate)
                : BigDecimal.valueOf(rate).round(new MathContext(2)).toPlainString();
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        spark.removeSparkListener(this);
        closing = true;
        bar.close();
        if (!terminal && !last.equals(said)) {
            log.accept(last);
        }
    }

    /** The bar draws its last line more than once, which is seen where lines are not drawn over each other. */
    private void say(String line) {
        last = line;
        if (!closing) {
            said = line;
            log.accept(line);
        }
    }
}
