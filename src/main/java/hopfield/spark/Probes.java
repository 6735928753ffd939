package hopfield.spark;

import hopfield.image.Image;
import hopfield.noise.Noise;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The recalls of some images at every noise level in every trial, level by level. */
final class Probes implements Iterator<Probe.Task> {
    private final List<Image> images;
    private final List<Noise> noises;
    private final int trials;
    private final BitSet stored = new BitSet();
    private int level;
    private int image;
    private int trial;

    Probes(List<Image> images, List<Noise> noises, int trials, Predicate<Image> isStored) {
        this.images = images;
        this.noises = noises;
        this.trials = trials;
        for (int k = 0; k < images.size(); k++) {
            stored.set(k, isStored.test(images.get(k)));
        }
    }

    @Override
    public boolean hasNext() {
        return level < noises.size() && !images.isEmpty();
    }

    @Override
    public Probe.Task next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Probe.Task task = new Probe.Task(images.get(image), image, noises.get(level), trial, stored.get(image));
        if (++trial == trials) {
            trial = 0;
            if (++image == images.size()) {
                image = 0;
                level++;
            }
        }
        return task;
    }
}
