package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.Rule;
import hopfield.noise.Masking;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How pictures are restored.
 *
 * @param noises what is done to them first: one, or none to restore them as they are given
 * @param clamp whether the pixels that a mask leaves are held during recall
 * @param update which neurons are updated at once
 * @param temperature T of asynchronous updates, finite, 0 or more
 * @param kernels how recalls are computed
 * @param maxSteps steps or sweeps before a recall gives up
 * @param seed the root of all randomness
 */
public record RestoreOptions(
        List<Noise> noises,
        boolean clamp,
        Update update,
        double temperature,
        KernelPolicy kernels,
        int maxSteps,
        long seed)
        implements Serializable {

    public RestoreOptions {
        if (noises.size() > 1) {
            throw new BadInput("--noise has " + noises.size()
                    + " levels, expected one: each picture is restored once, and sweep compares levels");
        }
        RecallChecks.require(update, temperature, maxSteps, noises);
        if (clamp && noises.stream().noneMatch(Masking.class::isInstance)) {
            throw new BadInput("--clamp holds the pixels that a mask leaves, and --noise masks none; give one of "
                    + NoiseKind.maskingNames() + ", or leave --clamp out");
        }
    }

    /** The noise that is added first. */
    Optional<Noise> noise() {
        return noises.stream().findFirst();
    }

    /** The option that needs a network's weights in one place; empty if none does. */
    String needsWholeWeights() {
        return RecallChecks.needsWholeWeights(update, noises);
    }

    /** @throws BadInput if the baseline is to be heated */
    void requireFits(Rule rule) {
        RecallChecks.requireCold(rule, temperature);
    }
}
