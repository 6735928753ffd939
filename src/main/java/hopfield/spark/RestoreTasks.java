package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Restoration;
import hopfield.metric.Score;
import hopfield.pattern.Pattern;
import hopfield.pattern.PatternSet;
import hopfield.recall.Outcome;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import scala.Tuple2;

/**
 * The tasks that restore pictures, a batch after the other: they recall them, write each as a PNG, and score those that were made
 * noisy here.
 *
 * @param pictures where they go
 * @param counts what is added up meanwhile
 */
record RestoreTasks(RestoreOptions options, RestoredPictures pictures, Counts counts) implements Serializable {
    /** The sums of all tasks; Spark adds each partition of a job's result once. */
    record Counts(LongAccumulator pictures, LongAccumulator atRest, LongAccumulator changed, RecallReports reports)
            implements Serializable {}

    /** The metrics of all pictures; none where they are restored as they are given. */
    JavaRDD<ScoredRecall> rows(JavaRDD<Image> images, Broadcast<Network> network) {
        RestoreTasks tasks = this;
        return images.mapPartitions(part -> tasks.restored(part, network.value()));
    }

    /** Likewise of pictures that have been restored, which are broadcast: within tasks they would be too large for the scheduler. */
    JavaRDD<ScoredRecall> rowsOf(
            JavaSparkContext spark, Broadcast<List<Restorer.Restored>> restored, Broadcast<Network> network) {
        RestoreTasks tasks = this;
        List<Tuple2<Integer, Integer>> cut = RowRanges.cut(restored.value().size(), spark.defaultParallelism());
        return spark.parallelize(cut, cut.size()).mapPartitions(part -> {
            InTask task = tasks.new InTask(network.value());
            List<ScoredRecall> rows = new ArrayList<>();
            part.forEachRemaining(
                    range -> rows.addAll(task.written(restored.value().subList(range._1, range._2))));
            return rows.iterator();
        });
    }

    private Iterator<ScoredRecall> restored(Iterator<Image> part, Network network) {
        Restorer restorer = new Restorer(options, network, pictures.shape());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) end -> restorer.close());
        InTask task = new InTask(network);
        return new Iterator<>() {
            private Iterator<ScoredRecall> batch = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!batch.hasNext() && part.hasNext()) {
                    batch = task.written(restorer.restore(
                                    some(part, RecallBatch.size(network.memory().neurons()))))
                            .iterator();
                }
                return batch.hasNext();
            }

            @Override
            public ScoredRecall next() {
                hasNext();
                return batch.next();
            }
        };
    }

    private static List<Image> some(Iterator<Image> part, int size) {
        List<Image> batch = new ArrayList<>();
        while (part.hasNext() && batch.size() < size) {
            batch.add(part.next());
        }
        return batch;
    }

    /** Writes, counts and scores within one task. */
    private final class InTask {
        private final Network network;
        private final Scoring scoring;
        private final TaskReport report = counts.reports().inTask();

        InTask(Network network) {
            this.network = network;
            this.scoring = new Scoring(network.stored(), pictures.shape());
        }

        /** Their rows, in their order; none where they are restored as they are given. */
        List<ScoredRecall> written(List<Restorer.Restored> restored) {
            List<ScoredRecall> rows = new ArrayList<>();
            for (Restorer.Restored one : restored) {
                if (TaskContext.get().isInterrupted()) {
                    throw new IllegalStateException("given up: another task failed, or the command was told to end");
                }
                Pattern end = one.end().state();
                pictures.write(one.image().number(), end, TaskContext.get().taskAttemptId());
                counts.pictures().add(1);
                counts.atRest().add(one.end().outcome() == Outcome.FIXED_POINT ? 1 : 0);
                counts.changed().add(end.neurons() - one.cue().agreeing(end));
                if (options.noise().isPresent()) {
                    rows.add(scored(one));
                }
            }
            return rows;
        }

        /** The row of a picture, which counts as stored where the memory stores a pattern that is its own. */
        private ScoredRecall scored(Restorer.Restored one) {
            Image image = one.image();
            PatternSet patterns = network.stored();
            int like = patterns.nearest(image.pattern());
            boolean stored = patterns.agreeing(like, image.pattern()) == patterns.neurons();
            Image original = new Image(stored ? patterns.image(like) : -1, image.label(), image.pattern());
            Restoration restoration =
                    scoring.of(original, 0, stored, one.cue(), one.end().state());
            report.tally(options.noise().get())
                    .add(Score.of(
                            restoration,
                            0,
                            image.label(),
                            stored,
                            one.end().outcome() == Outcome.FIXED_POINT,
                            one.end().steps()));
            Probe.Task task = new Probe.Task(image, 0, options.noise().get(), 0, stored);
            return new ScoredRecall(network.number(), task, restoration, one.end());
        }
    }
}
