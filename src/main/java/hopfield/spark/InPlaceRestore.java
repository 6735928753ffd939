package hopfield.spark;

import hopfield.image.Image;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import hopfield.recall.Dynamics;
import hopfield.recall.RecallResult;
import hopfield.recall.dynamics.DistributedDynamics;
import hopfield.recall.dynamics.DistributedSigns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Restores pictures with a network whose weights stay in place, as {@link InPlaceRecall} recalls: the driver keeps those under way. */
final class InPlaceRestore implements AutoCloseable {
    private final RestoreOptions options;
    private final Shape shape;
    private final Broadcast<DistributedSigns> signs;
    private final DistributedDynamics dynamics;
    private final int atOnce;

    InPlaceRestore(
            JavaSparkContext spark, RestoreOptions options, Network network, InPlaceProducts products, Shape shape) {
        this.options = options;
        this.shape = shape;
        DistributedSigns local = new DistributedSigns(network.memory());
        this.signs = spark.broadcast(local);
        this.atOnce = InPlaceRecall.atOnce(network.memory().neurons());
        this.dynamics = new DistributedDynamics(
                network.memory(), local, options.maxSteps(), atOnce, products.step(signs, "weights in place"));
    }

    /** Of any cues. */
    Dynamics dynamics() {
        return dynamics;
    }

    /** Restores all pictures; those that have ended are handed over a batch at a time, in the order in which they do. */
    void run(Iterator<Image> images, Consumer<List<Restorer.Restored>> batch) {
        List<Restorer.Restored> ended = new ArrayList<>();
        Iterator<Given> given = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return images.hasNext();
            }

            @Override
            public Given next() {
                Image image = images.next();
                return new Given(image, Restorer.cue(options, shape, image));
            }
        };
        BiConsumer<Given, RecallResult> take = (one, end) -> {
            ended.add(new Restorer.Restored(one.image(), one.cue().state(), end));
            if (ended.size() >= atOnce) {
                batch.accept(List.copyOf(ended));
                ended.clear();
            }
        };
        dynamics.recall(given, Given::cue, take, () -> false);
        if (!ended.isEmpty()) {
            batch.accept(List.copyOf(ended));
        }
    }

    private record Given(Image image, Cue cue) {}

    @Override
    public void close() {
        signs.destroy();
    }
}
