package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.pattern.PatternSet;
import java.util.List;
import java.util.stream.IntStream;

/** A few restorations to look at: the first trial of the first images that a network stores. */
final class Gallery {
    private static final int IMAGES = 3;

    private Gallery() {}

    /** @param probe of a network that stores these patterns */
    static List<Sample> samples(PatternSet stored, Probe probe, List<Noise> noises) {
        List<Image> shown = IntStream.range(0, Math.min(IMAGES, stored.size()))
                .mapToObj(p -> new Image(stored.image(p), stored.label(p), stored.pattern(p)))
                .toList();
        return probe.samples(noises.stream()
                .flatMap(noise ->
                        IntStream.range(0, shown.size()).mapToObj(k -> new Probe.Task(shown.get(k), k, noise, 0, true)))
                .toList());
    }
}
