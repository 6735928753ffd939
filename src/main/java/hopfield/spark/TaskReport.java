package hopfield.spark;

import hopfield.metric.Tally;
import hopfield.noise.Noise;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.util.LongAccumulator;

/** What one recall task adds up: its part of every cell, and where its time went. */
final class TaskReport implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient LongAccumulator restorations;
    private final Map<Noise, Tally> tallies = new LinkedHashMap<>();
    private final long[] nanoseconds = new long[Work.values().length];
    private long mark = System.nanoTime();

    /** What a recall task does, one after the other, batch by batch. */
    enum Work {
        /** Learning the networks that live within the task. */
        TRAINING,
        /** Corrupting images. */
        CUES,
        /** Running networks until they rest. */
        RECALL,
        /** Comparing restorations with their originals. */
        SCORING,
        /** Converting rows and writing them to Parquet. */
        WRITING
    }

    TaskReport(LongAccumulator restorations) {
        this.restorations = restorations;
    }

    /** Where the scores of one cell are added up. */
    Tally tally(Noise noise) {
        return tallies.computeIfAbsent(noise, first -> new Tally());
    }

    /** The time since the last mark went into this. */
    void spent(Work work) {
        long now = System.nanoTime();
        nanoseconds[work.ordinal()] += now - mark;
        mark = now;
    }

    /** A batch was recalled: Spark's interface shows how many while tasks run. */
    void recalled(int count) {
        restorations.add(count);
    }

    /** All rows have been taken. */
    TaskReport ended() {
        spent(Work.WRITING);
        return this;
    }

    Map<Noise, Tally> tallies() {
        return tallies;
    }

    Map<Work, Double> seconds() {
        Map<Work, Double> seconds = new LinkedHashMap<>();
        for (Work work : Work.values()) {
            seconds.put(work, nanoseconds[work.ordinal()] / 1e9);
        }
        return seconds;
    }
}
