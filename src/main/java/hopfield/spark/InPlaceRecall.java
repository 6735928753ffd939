package hopfield.spark;

import hopfield.image.Image;
import hopfield.noise.Noise;
import hopfield.pattern.Deck;
import hopfield.pattern.Pattern;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.dynamics.DistributedDynamics;
import hopfield.recall.dynamics.DistributedSigns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Recalls every probed image under one network whose weights stay in place. The driver makes the cues, keeps the recalls that
 * are under way, a bounded number of them, and hands those that have ended to the cluster to be scored, a batch at a time.
 */
final class InPlaceRecall implements AutoCloseable {
    /** Of the states under way at once: the driver holds {@value #DRIVER_STATES} times as much at most, an executor once. */
    static final long STATE_BYTES = 16 << 20;

    /** Cues, states before and after a step, twice, the ends that wait for an image's other trials, and those that are scored. */
    static final int DRIVER_STATES = 8;

    private static final int MOST_AT_ONCE = 4096;
    private static final int FEWEST_AT_ONCE = 64;

    private final JavaSparkContext spark;
    private final Probe.Settings settings;
    private final Deck deck;
    private final Network network;
    private final Broadcast<DistributedSigns> signs;
    private final IntFunction<DistributedDynamics> within;
    private final String description;

    /** A recall that has ended. */
    record Ended(Probe.Task task, RecallResult end) implements Serializable {}

    InPlaceRecall(
            JavaSparkContext spark,
            Probe.Settings settings,
            Deck deck,
            Network network,
            InPlaceProducts products,
            String description) {
        this.spark = spark;
        this.settings = settings;
        this.deck = deck;
        this.network = network;
        this.description = description;
        DistributedSigns local = new DistributedSigns(network.memory());
        this.signs = spark.broadcast(local);
        this.within = steps -> new DistributedDynamics(
                network.memory(), local, steps, atOnce(network.memory().neurons()), products.step(signs, description));
    }

    /** Recalls that are under way at once. */
    static int atOnce(int neurons) {
        long bytes = (long) Pattern.wordsFor(neurons) * Long.BYTES;
        return (int) Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, STATE_BYTES / bytes));
    }

    /** Dynamics that give up after so many steps. */
    Dynamics dynamics(int maxSteps) {
        return within.apply(maxSteps);
    }

    /** An image at one level. */
    private record Probed(Noise noise, int image) {}

    /**
     * Takes all images through all levels; those of which all trials have ended are handed over a batch at a time. Where few trials
     * go on for long, those that wait for them fill what memory there is for them, and none is begun until they are done.
     */
    void run(JavaRDD<Image> images, List<Noise> noises, Consumer<List<Ended>> batch) {
        int size = atOnce(network.memory().neurons());
        Map<Probed, List<Ended>> open = new HashMap<>();
        List<Ended> ended = new ArrayList<>();
        AtomicInteger waiting = new AtomicInteger();
        DistributedDynamics dynamics = within.apply(settings.maxSteps());
        BiConsumer<Probe.Task, RecallResult> take = (task, end) -> {
            Probed probed = new Probed(task.noise(), task.image().number());
            List<Ended> trials = open.computeIfAbsent(probed, first -> new ArrayList<>());
            trials.add(new Ended(task, end));
            waiting.incrementAndGet();
            if (trials.size() == settings.trials()) {
                ended.addAll(open.remove(probed));
                waiting.addAndGet(-trials.size());
            }
            if (ended.size() >= size) {
                batch.accept(inOrder(ended, noises));
                ended.clear();
            }
        };
        dynamics.recall(
                tasks(images.toLocalIterator(), noises, size), settings::cue, take, () -> waiting.get() >= size);
        if (!ended.isEmpty()) {
            batch.accept(inOrder(ended, noises));
        }
    }

    /** Level by level, the trials of one image together, as they are scored. */
    private static List<Ended> inOrder(List<Ended> ended, List<Noise> noises) {
        return ended.stream()
                .sorted(Comparator.comparingInt(
                                (Ended one) -> noises.indexOf(one.task().noise()))
                        .thenComparingInt(one -> one.task().image().number())
                        .thenComparingInt(one -> one.task().trial()))
                .toList();
    }

    /** The recalls of a few images at every level, then of the next few. */
    private Iterator<Probe.Task> tasks(Iterator<Image> images, List<Noise> noises, int few) {
        int load = network.memory().patterns();
        return new Iterator<>() {
            private Iterator<Probe.Task> next = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!next.hasNext() && images.hasNext()) {
                    spark.setJobDescription(description + ": probed images fetched");
                    List<Image> read = new ArrayList<>();
                    while (read.size() < few && images.hasNext()) {
                        read.add(images.next());
                    }
                    next = new Probes(
                            read,
                            noises,
                            settings.trials(),
                            image -> deck.position(image.number()) / load == network.number());
                }
                return next.hasNext();
            }

            @Override
            public Probe.Task next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return next.next();
            }
        };
    }

    /** The rows of recalls that have ended, scored over the cluster. */
    static JavaRDD<ScoredRecall> rows(
            JavaSparkContext spark,
            Probe.Settings settings,
            Broadcast<Network> network,
            Broadcast<List<Ended>> ended,
            RecallReports reports) {
        int trials = settings.trials();
        int size = ended.value().size();
        int tasks = Math.max(1, Math.min(spark.defaultParallelism(), size / 64));
        return spark.parallelize(RowRanges.cut(size / trials, tasks), tasks).mapPartitions(ranges -> {
            TaskReport report = reports.inTask();
            Scoring scoring = new Scoring(network.value().stored(), settings.shape());
            List<ScoredRecall> rows = new ArrayList<>();
            ranges.forEachRemaining(range -> {
                for (int k = range._1 * trials; k < range._2 * trials; k++) {
                    Ended one = ended.value().get(k);
                    report.spent(TaskReport.Work.SCORING);
                    Pattern cue = settings.cue(one.task()).state();
                    report.spent(TaskReport.Work.CUES);
                    rows.add(scoring.scored(network.value().number(), one.task(), cue, one.end(), report));
                }
                report.recalled((range._2 - range._1) * trials);
            });
            report.spent(TaskReport.Work.SCORING);
            return rows.iterator();
        });
    }

    @Override
    public void close() {
        signs.destroy();
    }
}
