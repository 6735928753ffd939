package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.Rule;
import hopfield.noise.GaussianAnalog;
import hopfield.noise.Noise;
import hopfield.recall.dynamics.Update;
import java.util.List;

/** Checks of any recall, in a sweep as in a restoration. */
final class RecallChecks {
    private RecallChecks() {}

    /** @throws BadInput if a recall has no step, its temperature is none, or its updates do not go with that or with the noises */
    static void require(Update update, double temperature, int maxSteps, List<Noise> noises) {
        if (maxSteps < 1) {
            throw new BadInput("--max-steps must be at least 1, was " + maxSteps);
        }
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new BadInput("--temperature must be a number of at least 0, was " + temperature);
        }
        if (temperature > 0 && update == Update.SYNC) {
            throw new BadInput("--temperature needs --update async");
        }
        if (update == Update.ASYNC && isAnalog(noises)) {
            throw new BadInput(
                    "gaussian-analog needs --update sync: its real values are fed to one step of all neurons");
        }
    }

    /** @throws BadInput if the baseline is to be heated */
    static void requireCold(Rule rule, double temperature) {
        if (temperature > 0 && rule.equals(Rule.NEAREST)) {
            throw new BadInput("--temperature needs networks, and nearest is a baseline; leave it out");
        }
    }

    /** The option that needs a network's weights in one place; empty if none does. */
    static String needsWholeWeights(Update update, List<Noise> noises) {
        return update == Update.ASYNC ? "--update async" : isAnalog(noises) ? "gaussian-analog" : "";
    }

    private static boolean isAnalog(List<Noise> noises) {
        return noises.stream().anyMatch(GaussianAnalog.class::isInstance);
    }
}
