package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.Rule;
import hopfield.noise.Masking;
import hopfield.noise.Noise;
import hopfield.noise.NoiseKind;
import hopfield.pattern.Deck;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The grid of a sweep: every rule at every load under every noise level.
 *
 * @param rules learning rules, each once
 * @param loads P, patterns stored in a network, each once
 * @param order the deck's order, from which networks are dealt
 * @param networks networks dealt at each load, or empty for as many as the deck holds
 * @param probed which images are recalled
 * @param noises kinds and levels
 * @param clamp whether the pixels that a mask leaves are held during recall
 * @param update which neurons are updated at once
 * @param temperature T of asynchronous updates, finite, 0 or more
 * @param kernels how synchronous steps, and the fields that asynchronous recalls begin with, are computed
 * @param maxSteps steps or sweeps before a recall gives up
 * @param trials cues made of each image at each level
 * @param seed the root of all randomness
 * @param blockSide rows and columns of a block of the weight matrix
 * @param broadcastLimit the largest weight matrix in bytes that is broadcast, at least 1, or empty for what suits the executors
 */
public record SweepOptions(
        List<Rule> rules,
        List<Integer> loads,
        Deck.Order order,
        OptionalInt networks,
        Probed probed,
        List<Noise> noises,
        boolean clamp,
        Update update,
        double temperature,
        KernelPolicy kernels,
        int maxSteps,
        int trials,
        long seed,
        int blockSide,
        OptionalLong broadcastLimit) {

    /** Which images are recalled. */
    public enum Probed {
        /** Every image of the deck, stored or not. */
        ALL,
        /** Every image that a network stores, by its own network. */
        STORED
    }

    public SweepOptions {
        requireEachOnce("rule", rules.stream().map(Rule::label).toList());
        requireEachOnce("load", loads);
        requireEachOnce(
                "noise",
                noises.stream().map(noise -> noise.kind() + "=" + noise.level()).toList());
        loads.forEach(load -> requireAtLeastOne("a load", load));
        networks.ifPresent(count -> requireAtLeastOne("--networks", count));
        requireAtLeastOne("--trials", trials);
        requireAtLeastOne("--block-size", blockSide);
        if (broadcastLimit.orElse(1) < 1) {
            throw new BadInput("--broadcast-limit must be at least 1 byte, was " + broadcastLimit.getAsLong());
        }
        if (clamp && noises.stream().noneMatch(Masking.class::isInstance)) {
            throw new BadInput("--clamp holds the pixels that a mask leaves, and no noise given masks any; add one of "
                    + NoiseKind.maskingNames() + ", or leave --clamp out");
        }
        RecallChecks.require(update, temperature, maxSteps, noises);
        rules.forEach(rule -> RecallChecks.requireCold(rule, temperature));
        if (probed == Probed.ALL && networks.orElse(2) > 1) {
            throw new BadInput("--probe all with --networks "
                    + (networks.isPresent() ? networks.getAsInt() : "all")
                    + " would recall every image in every network; use --probe stored, or --networks 1");
        }
    }

    private static void requireEachOnce(String what, List<?> values) {
        if (values.isEmpty()) {
            throw new BadInput("no " + what + " was given; give at least one");
        }
        HashSet<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new BadInput(what + " " + value + " is given twice; give each once");
            }
        }
    }

    private static void requireAtLeastOne(String what, int value) {
        if (value < 1) {
            throw new BadInput(what + " must be at least 1, was " + value);
        }
    }

    /** The option that needs a network's weights in one place; empty if none does. */
    String needsWholeWeights() {
        return RecallChecks.needsWholeWeights(update, noises);
    }

    /** Cells of the whole sweep: rules times loads times levels. */
    long cells() {
        return (long) rules.size() * loads.size() * noises.size();
    }

    /** Recalls of so many networks at a load by one rule, of a deck of so many images. */
    long recalls(int load, int networks, int images) {
        long probes = probed == Probed.ALL ? images : (long) networks * load;
        return probes * noises.size() * trials;
    }

    /**
     * Networks dealt at a load.
     *
     * @throws BadInput if the deck does not hold so many
     */
    int networksAt(int load, int images) {
        if (load > images) {
            throw new BadInput(
                    "load " + load + " is larger than the deck of " + images + " images; store at most " + images);
        }
        int count = networks.orElse(images / load);
        if ((long) count * load > images) {
            throw new BadInput("--networks " + count + " at load " + load + " needs " + (long) count * load
                    + " images, the deck has " + images + "; deal at most " + images / load);
        }
        return count;
    }
}
