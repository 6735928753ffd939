package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.CovarianceRule;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.recall.Kernels;
import hopfield.recall.Update;
import java.io.Serializable;
import java.util.Locale;

/**
 * Where a network's memory is while it recalls, and in which form: decided here, from sizes alone.
 *
 * @param kernels which of two forms is the faster
 * @param broadcastLimit the largest weight matrix, in bytes, that is held whole anywhere
 */
public record Placement(Kernels kernels, long broadcastLimit) implements Serializable {
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

        /** What the log, the plan and run.json call it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Bytes of a weight matrix in 32-bit integers. */
    static long weightBytes(int neurons) {
        return (long) Integer.BYTES * neurons * neurons;
    }

    /**
     * The path of one network over the cluster: the faster form, unless that is a matrix beyond the limit; then the dual form where
     * its step is the shorter, P &lt; N / 2, and the rule has it; else weights in place.
     */
    Path path(Rule rule, int patterns, int neurons) {
        if (kernels.form(rule, patterns, neurons) == Form.PATTERNS) {
            return rule.forms(1, 1).contains(Form.WEIGHTS) ? Path.DUAL : Path.BROADCAST;
        }
        if (weightBytes(neurons) <= broadcastLimit) {
            return Path.BROADCAST;
        }
        boolean few = 2L * patterns < neurons;
        return few && rule.forms(patterns, neurons).contains(Form.PATTERNS) ? Path.DUAL : Path.IN_PLACE;
    }

    /** The form of one network over the cluster. */
    Form form(Rule rule, int patterns, int neurons) {
        return path(rule, patterns, neurons) == Path.DUAL ? Form.PATTERNS : kernels.form(rule, patterns, neurons);
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
        if (path(rule, patterns, neurons) != Path.IN_PLACE) {
            return;
        }
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
        return new BadInput(String.format(
                Locale.ROOT,
                "%s at P=%d: weights of %,d neurons take %,d MB, more than the --broadcast-limit of %,d MB, and %s; raise"
                        + " --broadcast-limit and --executor-memory, or store few patterns",
                rule.label(),
                patterns,
                neurons,
                weightBytes(neurons) >> 20,
                broadcastLimit >> 20,
                why));
    }
}
