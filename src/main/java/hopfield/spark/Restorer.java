package hopfield.spark;

import hopfield.image.Image;
import hopfield.noise.Corruption;
import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Restores pictures with one network within one task: as they are given, or made noisy first. */
final class Restorer implements AutoCloseable {
    private final RestoreOptions options;
    private final Shape shape;
    private final Dynamics dynamics;

    /** A picture, what the network was given of it, and what it made of that. */
    record Restored(Image image, Pattern cue, RecallResult end) implements Serializable {}

    /** Of a network whose memory is at hand. */
    Restorer(RestoreOptions options, Network network, Shape shape) {
        this(
                options,
                options.update()
                        .dynamics(network.memory(), options.kernels(), options.maxSteps(), options.temperature()),
                shape);
    }

    /** @param dynamics closed with this */
    Restorer(RestoreOptions options, Dynamics dynamics, Shape shape) {
        this.options = options;
        this.shape = shape;
        this.dynamics = dynamics;
    }

    /** All of a batch, in its order. */
    List<Restored> restore(List<Image> images) {
        List<Cue> cues =
                images.stream().map(image -> cue(options, shape, image)).toList();
        List<RecallResult> ends = dynamics.recall(cues);
        List<Restored> restored = new ArrayList<>(images.size());
        for (int k = 0; k < ends.size(); k++) {
            restored.add(new Restored(images.get(k), cues.get(k).state(), ends.get(k)));
        }
        return restored;
    }

    /** The cue that a picture gives the network. */
    static Cue cue(RestoreOptions options, Shape shape, Image image) {
        Seed seed = new Seed(options.seed());
        if (options.noise().isEmpty()) {
            return new Cue(image.pattern(), seed.at("as given").at(image.number()));
        }
        Seed stream = options.noise().get().stream(seed, image.number(), 0);
        Corruption cue = options.noise().get().corrupt(image.pattern(), shape, stream);
        Optional<Pattern> known = options.clamp() ? cue.known() : Optional.empty();
        return new Cue(cue.state(), stream.at("order"), known, cue.analog());
    }

    @Override
    public void close() {
        dynamics.close();
    }
}
