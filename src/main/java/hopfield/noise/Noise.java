package hopfield.noise;

import hopfield.pattern.Pattern;
import hopfield.pattern.Seed;
import hopfield.pattern.Shape;
import java.io.Serializable;

/** One way, at one level, to corrupt an image into the cue that a network is given. */
public sealed interface Noise extends Serializable
        permits Flip, FlipExact, SaltPepper, Gaussian, GaussianAnalog, Masking {
    /** The kind's name, as in {@code --noise kind=level}. */
    String kind();

    /** How strong it is, in the kind's own unit. */
    double level();

    /** Corrupts an image of some shape by what one stream of random numbers says; the image is not modified. */
    Corruption corrupt(Pattern original, Shape shape, Seed stream);

    /**
     * The cue made of one image in one trial: a pure function of its arguments, the same on any cluster, for every rule and
     * load.
     *
     * @param seed the run's seed
     * @param image the image's number
     * @param trial the trial's number
     */
    default Corruption cue(Pattern original, Shape shape, Seed seed, int image, int trial) {
        return corrupt(original, shape, stream(seed, image, trial));
    }

    /** The stream of random numbers that belongs to one cue. */
    default Seed stream(Seed seed, int image, int trial) {
        return seed.at(kind()).at(Double.doubleToLongBits(level())).at(image).at(trial);
    }
}
