package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Restoration;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.Recalled;
import hopfield.recall.Update;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Probes one network within one task: makes the cue of an image, recalls it and scores the restoration. */
final class Probe {
    private static final int REMEMBERED_STATES = 1 << 14;

    private final Settings settings;
    private final Network network;
    private final Dynamics dynamics;
    private final Map<Pattern, Integer> nearest = new LinkedHashMap<>(64, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pattern, Integer> eldest) {
            return size() > REMEMBERED_STATES;
        }
    };

    /**
     * What a probe does, whatever the network.
     *
     * @param update which neurons are updated at once
     * @param maxSteps steps or sweeps before it gives up
     * @param trials cues made of each image at each level
     * @param seed the run's seed
     */
    record Settings(Update update, int maxSteps, int trials, Seed seed) implements Serializable {}

    Probe(Settings settings, Network network) {
        this.settings = settings;
        this.network = network;
        this.dynamics = settings.update().dynamics(network.memory(), settings.maxSteps());
    }

    /** The metrics of one image in one trial. */
    Row row(Image image, Noise noise, int trial, boolean stored) {
        Pattern cue = noise.cue(image.pattern(), settings.seed(), image.number(), trial);
        Recalled end = recall(cue, noise, image.number(), trial);
        int closest = nearest.computeIfAbsent(end.state(), network.stored()::nearestImage);
        Restoration restoration = Restoration.of(image.pattern(), image.number(), cue, end.state(), closest);
        return MetricsTable.row(network.memory(), noise, network.number(), image, trial, stored, restoration, end);
    }

    /** Recalls one cue; asynchronous updates are ordered by a stream of the cue's own. */
    Recalled recall(Pattern cue, Noise noise, int image, int trial) {
        Seed order = noise.stream(settings.seed(), image, trial).at("order");
        return dynamics.recall(new Cue(cue, order));
    }
}
