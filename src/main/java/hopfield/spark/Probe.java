package hopfield.spark;

import hopfield.image.Image;
import hopfield.noise.Corruption;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Probes one network within one task: makes the cue of an image, recalls it and scores the restoration. */
final class Probe implements AutoCloseable {
    private final Settings settings;
    private final Network network;
    private final Dynamics dynamics;
    private final Scoring scoring;

    /**
     * The settings of a probe, for any network.
     *
     * @param update which neurons are updated at once
     * @param temperature T of asynchronous updates
     * @param kernels how recalls are computed
     * @param maxSteps steps or sweeps before it gives up
     * @param trials cues made of each image at each level
     * @param seed the run's seed
     * @param shape the images' shape
     * @param clamp whether the pixels that a mask leaves are held during recall
     */
    record Settings(
            Update update,
            double temperature,
            KernelPolicy kernels,
            int maxSteps,
            int trials,
            Seed seed,
            Shape shape,
            boolean clamp)
            implements Serializable {

        /** For a network of so many patterns that lives within a task. */
        Settings inTask(int patterns) {
            KernelPolicy few = kernels.inTask(patterns);
            return new Settings(update, temperature, few, maxSteps, trials, seed, shape, clamp);
        }

        /** The cue of a recall; asynchronous updates are ordered by a stream of its own. */
        Cue cue(Task task) {
            Seed stream = task.noise().stream(seed, task.image().number(), task.trial());
            Corruption cue = task.noise().corrupt(task.image().pattern(), shape, stream);
            Optional<Pattern> known = clamp ? cue.known() : Optional.empty();
            return new Cue(cue.state(), stream.at("order"), known, cue.analog());
        }
    }

    /**
     * A recall to do.
     *
     * @param image what to restore
     * @param place of the image among those that the task probes, from 0
     * @param noise how the cue is made of it
     * @param trial which cue
     * @param stored whether the network stores the image
     */
    record Task(Image image, int place, Noise noise, int trial, boolean stored) implements Serializable {}

    Probe(Settings settings, Network network) {
        this(
                settings,
                network,
                settings.update()
                        .dynamics(network.memory(), settings.kernels(), settings.maxSteps(), settings.temperature()));
    }

    /** @param dynamics of the network's memory; closed with this */
    Probe(Settings settings, Network network, Dynamics dynamics) {
        this.settings = settings;
        this.network = network;
        this.dynamics = dynamics;
        this.scoring = new Scoring(network.stored(), settings.shape());
    }

    /** The metrics of some recalls, in their order, computed and reported a batch at a time as they are asked for. */
    Iterator<ScoredRecall> rows(Iterator<Task> tasks, TaskReport report) {
        return new Iterator<>() {
            private Iterator<ScoredRecall> batch = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                return batch.hasNext() || tasks.hasNext();
            }

            @Override
            public ScoredRecall next() {
                if (!batch.hasNext()) {
                    batch = batch(tasks, report).iterator();
                }
                return batch.next();
            }
        };
    }

    private List<ScoredRecall> batch(Iterator<Task> tasks, TaskReport report) {
        report.spent(TaskReport.Work.WRITING);
        int size = RecallBatch.size(network.memory().neurons());
        List<Task> batch = new ArrayList<>(size);
        List<Cue> cues = new ArrayList<>(size);
        while (tasks.hasNext() && batch.size() < size) {
            Task task = tasks.next();
            batch.add(task);
            cues.add(settings.cue(task));
        }
        report.spent(TaskReport.Work.CUES);
        List<RecallResult> recalled = dynamics.recall(cues);
        report.spent(TaskReport.Work.RECALL);
        scoring.expect(recalled);
        List<ScoredRecall> rows = new ArrayList<>(batch.size());
        for (int k = 0; k < batch.size(); k++) {
            rows.add(scoring.scored(network.number(), batch.get(k), cues.get(k).state(), recalled.get(k), report));
        }
        report.recalled(batch.size());
        report.spent(TaskReport.Work.SCORING);
        return rows;
    }

    @Override
    public void close() {
        dynamics.close();
    }
}
