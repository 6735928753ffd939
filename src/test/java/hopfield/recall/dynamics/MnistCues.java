package hopfield.recall.dynamics;

import hopfield.image.HadoopFiles;
import hopfield.image.Image;
import hopfield.image.ImageSource;
import hopfield.image.Images;
import hopfield.memory.BitColumns;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.noise.Flip;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import hopfield.recall.Cue;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** What the benchmarks recall: every image, flipped; IMAGES names them, by default all of MNIST from MNIST_DIR. */
final class MnistCues {
    private static final int BATCH = 1024;

    private final List<Image> images = new ArrayList<>();
    private final int neurons;
    private final Shape shape;

    MnistCues() {
        String spec = System.getenv().getOrDefault("IMAGES", "mnist");
        ImageSource source = new Images(new HadoopFiles(new Configuration()), System.getenv()).open(spec, new Seed(1));
        source.read(0, source.count()).forEachRemaining(images::add);
        neurons = source.neurons();
        shape = new Shape(source.width(), source.height());
    }

    List<Image> images() {
        return images;
    }

    /** The Hebbian memory of the first images. */
    Memory memory(int patterns) {
        return Rule.HEBBIAN.learn(new BitColumns(
                        images.stream().limit(patterns).map(Image::pattern).toList(), neurons)
                .whole());
    }

    /** A batch after the other, level by level. */
    List<List<Cue>> batches(double... levels) {
        List<Cue> all = new ArrayList<>();
        for (double level : levels) {
            Flip flip = new Flip(level);
            for (Image image : images) {
                Seed order = new Seed(image.number());
                all.add(new Cue(
                        flip.cue(image.pattern(), shape, new Seed(1), image.number(), 0)
                                .state(),
                        order));
            }
        }
        List<List<Cue>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }
}
