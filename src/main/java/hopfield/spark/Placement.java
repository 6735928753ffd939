package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.recall.dynamics.KernelPolicy;
import hopfield.recall.dynamics.Update;
import java.io.Serializable;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Where a network's memory is while it recalls, and in which form. Beyond the broadcast limit sizes alone decide: the dual form where
 * patterns are smaller than weights, P &lt; N / 2, and the rule allows it. Up to it there is room for either form, and the one whose
 * step is predicted to be the shorter is used ({@link KernelPolicy#form}, from measured rates), which is the dual one at some P below N / 2.
 *
 * @param kernels which of two forms is the faster
 * @param broadcastLimit the largest weight matrix, in bytes, that is held whole anywhere
 * @param memoryOption what raises the memory that such a matrix takes
 */
public record Placement(KernelPolicy kernels, long broadcastLimit, String memoryOption) implements Serializable {
    private static final long MEGABYTE = 1_000_000;

    Placement(KernelPolicy kernels, long broadcastLimit) {
        this(kernels, broadcastLimit, Cluster.EXECUTOR_MEMORY);
    }

    /** Where networks are on a cluster, with its own limit where none is given. */
    static Placement on(Cluster cluster, KernelPolicy kernels, OptionalLong limit) {
        return new Placement(kernels, limit.orElse(cluster.broadcastLimit()), cluster.memoryOption());
    }

    /** The path of a recall. */
    public enum Path {
        /** Memory whole in every executor: weights, or the patterns of rules that have none. */
        BROADCAST,
        /** Weights spread over the cluster; states travel. */
        IN_PLACE,
        /** Patterns in every executor stand for the weights. */
        DUAL,
        /** Small networks, each whole in the task that trained it. */
        IN_TASKS;

        /** Its name in the log, the plan and run.json. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Bytes of a weight matrix in 32-bit integers. */
    static long weightBytes(int neurons) {
        return (long) Integer.BYTES * neurons * neurons;
    }

    /** The path of one network over the cluster. */
    Path path(Rule rule, int patterns, int neurons) {
        if (!hasWeights(rule)) {
            return Path.BROADCAST;
        }
        if (weightBytes(neurons) <= broadcastLimit) {
            return kernels.form(rule, patterns, neurons) == Form.PATTERNS ? Path.DUAL : Path.BROADCAST;
        }
        boolean few = 2L * patterns < neurons;
        return few && rule.forms(patterns, neurons).contains(Form.PATTERNS) ? Path.DUAL : Path.IN_PLACE;
    }

    /** The path of one network over the cluster that is saved in one form. */
    Path path(Rule rule, Form saved, int neurons) {
        if (saved == Form.PATTERNS) {
            return hasWeights(rule) ? Path.DUAL : Path.BROADCAST;
        }
        return weightBytes(neurons) <= broadcastLimit ? Path.BROADCAST : Path.IN_PLACE;
    }

    private static boolean hasWeights(Rule rule) {
        return rule.forms(1, 1).contains(Form.WEIGHTS);
    }

    /** Why a network over the cluster recalls as {@link #path(Rule, int, int)} says, in a few words. */
    String reason(Rule rule, int patterns, int neurons) {
        if (!hasWeights(rule)) {
            return "its rule has no weights";
        }
        boolean within = weightBytes(neurons) <= broadcastLimit;
        boolean either = rule.forms(patterns, neurons).size() > 1;
        return switch (path(rule, patterns, neurons)) {
            case DUAL ->
                !either
                        ? "its rule has patterns alone at this size"
                        : within ? "predicted faster than weights" : "weights beyond the limit, P < N / 2";
            case IN_PLACE -> "weights beyond the limit, P >= N / 2";
            default -> either ? "predicted faster than the dual form" : "its rule has weights alone";
        };
    }

    /** The form of one network over the cluster. */
    Form form(Rule rule, int patterns, int neurons) {
        return switch (path(rule, patterns, neurons)) {
            case DUAL -> Form.PATTERNS;
            case IN_PLACE -> Form.WEIGHTS;
            default -> kernels.form(rule, patterns, neurons);
        };
    }

    /** The form of a network inside a task, which holds no matrix beyond the limit either. */
    Form formInTask(Rule rule, int patterns, int neurons, Update update) {
        return weightBytes(neurons) > broadcastLimit
                        && rule.forms(patterns, neurons).contains(Form.PATTERNS)
                ? Form.PATTERNS
                : kernels.formInTask(rule, patterns, neurons, update);
    }

    /**
     * Refuses a network over the cluster whose weights would have to stay in place and cannot.
     *
     * @param needsWhole what needs weights in one place, or nothing
     * @throws BadInput saying what to do
     */
    void check(Rule rule, int patterns, int neurons, String needsWhole) {
        if (path(rule, patterns, neurons) == Path.IN_PLACE) {
            checkInPlace(rule, patterns, neurons, needsWhole);
        }
    }

    /** Refuses weights in place that cannot be, likewise. */
    void checkInPlace(Rule rule, int patterns, int neurons, String needsWhole) {
        if (!(rule instanceof CovarianceRule)) {
            throw tooLarge(rule, patterns, neurons, "only hebbian and centred leave weights in place");
        }
        if (!needsWhole.isEmpty()) {
            throw tooLarge(rule, patterns, neurons, needsWhole + " needs them in one place");
        }
    }

    /**
     * Refuses a network inside a task that would need a matrix beyond the limit.
     *
     * @throws BadInput saying what to do
     */
    void checkInTask(Rule rule, int patterns, int neurons, Update update) {
        if (formInTask(rule, patterns, neurons, update) == Form.WEIGHTS && weightBytes(neurons) > broadcastLimit) {
            throw tooLarge(rule, patterns, neurons, "a task would hold them");
        }
    }

    private BadInput tooLarge(Rule rule, int patterns, int neurons, String why) {
        boolean inBytes = broadcastLimit < MEGABYTE || weightBytes(neurons) - broadcastLimit < MEGABYTE;
        return new BadInput(String.format(
                Locale.ROOT,
                "%s at P=%d: weights of %,d neurons take %s, more than the --broadcast-limit of %s, and %s; raise"
                        + " --broadcast-limit and %s, or store few patterns",
                rule.label(),
                patterns,
                neurons,
                amount(weightBytes(neurons), inBytes),
                amount(broadcastLimit, inBytes),
                why,
                memoryOption));
    }

    private static String amount(long bytes, boolean inBytes) {
        return inBytes
                ? String.format(Locale.ROOT, "%,d bytes", bytes)
                : String.format(Locale.ROOT, "%,d MB", bytes / MEGABYTE);
    }
}
