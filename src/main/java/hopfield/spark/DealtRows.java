package hopfield.spark;

import hopfield.image.Image;
import hopfield.memory.Rule;
import hopfield.noise.Noise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/**
 * The rows of one task's networks, one network after the other: each is trained when its first row is asked for, and its rows are
 * made a batch at a time. Closing frees what the kernel of the network at hand holds.
 */
final class DealtRows implements Iterator<ScoredRecall>, AutoCloseable {
    private final Placement placement;
    private final Probe.Settings settings;
    private final Rule rule;
    private final List<Noise> noises;
    private final Iterator<Tuple2<Integer, Iterable<Image>>> hands;
    private final TaskReport report;
    private Probe probe;
    private Iterator<ScoredRecall> rows = Collections.emptyIterator();

    /** @param hands the number and the images of each network */
    DealtRows(
            Placement placement,
            Probe.Settings settings,
            Rule rule,
            List<Noise> noises,
            Iterator<Tuple2<Integer, Iterable<Image>>> hands,
            TaskReport report) {
        this.placement = placement;
        this.settings = settings;
        this.rule = rule;
        this.noises = noises;
        this.hands = hands;
        this.report = report;
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && hands.hasNext()) {
            close();
            begin(hands.next());
        }
        return rows.hasNext();
    }

    private void begin(Tuple2<Integer, Iterable<Image>> hand) {
        List<Image> stored = new ArrayList<>();
        hand._2.forEach(stored::add);
        report.spent(TaskReport.Work.WRITING);
        Network network = DealtRecall.train(rule, hand._1, Network.patterns(stored), placement, settings.update());
        report.spent(TaskReport.Work.TRAINING);
        probe = new Probe(settings.inTask(stored.size()), network);
        rows = probe.rows(new Probes(stored, noises, settings.trials(), image -> true), report);
    }

    @Override
    public ScoredRecall next() {
        return hasNext()
                ? rows.next()
                : Collections.<ScoredRecall>emptyIterator().next();
    }

    @Override
    public void close() {
        if (probe != null) {
            probe.close();
            probe = null;
        }
    }
}
