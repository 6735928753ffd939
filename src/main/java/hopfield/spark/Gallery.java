package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import java.util.Comparator;
import java.util.List;

/** A few restorations to look at: the first trial of the first images that a network stores. */
final class Gallery {
    private static final int IMAGES = 3;

    private Gallery() {}

    static List<Sample> samples(Network network, List<Image> stored, Probe.Settings settings, List<Noise> noises) {
        List<Image> shown = stored.stream()
                .sorted(Comparator.comparingInt(Image::number))
                .limit(IMAGES)
                .toList();
        try (Probe probe = new Probe(settings, network)) {
            return noises.stream()
                    .flatMap(noise -> shown.stream().map(image -> new Probe.Task(image, noise, 0, true)))
                    .map(probe::sample)
                    .toList();
        }
    }
}
