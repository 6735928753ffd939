package hopfield.spark;

import hopfield.image.Image;
import hopfield.metric.Sample;
import hopfield.noise.Noise;
import hopfield.pattern.Pattern;
import hopfield.recall.Recalled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A few restorations to look at: the first trial of the first images that a network stores. */
final class Gallery {
    private static final int IMAGES = 3;

    private Gallery() {}

    static List<Sample> samples(Network network, List<Image> stored, Probe.Settings settings, List<Noise> noises) {
        Probe probe = new Probe(settings, network);
        List<Image> shown = stored.stream()
                .sorted(Comparator.comparingInt(Image::number))
                .limit(IMAGES)
                .toList();
        List<Sample> samples = new ArrayList<>();
        for (Noise noise : noises) {
            for (Image image : shown) {
                Pattern cue = noise.cue(image.pattern(), settings.seed(), image.number(), 0);
                Recalled end = probe.recall(cue, noise, image.number(), 0);
                samples.add(new Sample(
                        network.memory().rule().label(),
                        network.memory().patterns(),
                        noise.kind(),
                        noise.level(),
                        image.number(),
                        image.label(),
                        image.pattern(),
                        cue,
                        end.state(),
                        end.outcome().label(),
                        end.steps()));
            }
        }
        return samples;
    }
}
