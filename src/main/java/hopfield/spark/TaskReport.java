package hopfield.spark;

import hopfield.metric.Score;
import hopfield.metric.Tally;
import hopfield.noise.Noise;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.util.LongAccumulator;

/** The sums of one recall task, or of all of a job: its part of every cell, and where its time went. */
final class TaskReport implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient LongAccumulator restorations;
    private final Map<Noise, Tally> tallies = new LinkedHashMap<>();
    private final Map<Noise, Ranking> rankings = new LinkedHashMap<>();
    private final long[] nanoseconds = new long[Work.values().length];
    private long mark = System.nanoTime();
    private transient Noise lastNoise;
    private transient Tally lastTally;

    /** The kinds of work in a recall task, one after the other, batch by batch. */
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

    /** That of no task. */
    static TaskReport none() {
        return new TaskReport(null);
    }

    /** Adds another's. It is not modified. */
    void add(TaskReport part) {
        part.tallies.forEach((noise, tally) -> tallies.merge(noise, tally, Tally::plus));
        part.rankings.forEach((noise, ranking) ->
                rankings.computeIfAbsent(noise, first -> new Ranking()).add(ranking));
        for (int work = 0; work < nanoseconds.length; work++) {
            nanoseconds[work] += part.nanoseconds[work];
        }
    }

    /** This task's part of a cell. */
    Tally tally(Noise noise) {
        return tallies.computeIfAbsent(noise, first -> new Tally());
    }

    /**
     * Counts one restoration, which may be looked at.
     *
     * @param network number of the network
     */
    void add(int network, Probe.Task task, Score score) {
        Noise noise = task.noise();
        if (noise != lastNoise) {
            lastNoise = noise;
            lastTally = tally(noise);
        }
        lastTally.add(score);
        if (task.stored()) {
            rankings.computeIfAbsent(noise, first -> new Ranking())
                    .add(new Candidate(network, task.image().number(), task.trial(), score.label(), score.agreeing()));
        }
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

    /** The restorations that may be shown, by cell. */
    Map<Noise, Ranking> rankings() {
        return rankings;
    }

    Map<Work, Double> seconds() {
        Map<Work, Double> seconds = new LinkedHashMap<>();
        for (Work work : Work.values()) {
            seconds.put(work, nanoseconds[work.ordinal()] / 1e9);
        }
        return seconds;
    }
}
