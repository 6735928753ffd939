package hopfield.recall.dynamics;

import hopfield.BadInput;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.recall.field.FirstFields;
import hopfield.recall.field.LaneFields;
import hopfield.recall.field.LocalFields;
import hopfield.recall.field.SummedFields;
import hopfield.recall.kernel.DualCoefficients;
import hopfield.recall.kernel.Int8Planes;
import hopfield.recall.kernel.Kernel;
import hopfield.recall.kernel.PatternKernel;
import hopfield.recall.kernel.QuantizedWeights;
import hopfield.recall.kernel.RowKernel;
import hopfield.recall.kernel.SharpKernel;
import hopfield.recall.kernel.onednn.FilterRefineKernel;
import hopfield.recall.kernel.onednn.OneDnn;
import hopfield.recall.kernel.onednn.OneDnnFields;
import hopfield.recall.kernel.onednn.OneDnnKernel;
import java.util.Set;

/** Which kernel steps a memory, what enters its first states, and in which form the memory is kept: the one place where either is decided. */
public enum KernelPolicy {
    /** oneDNN where this machine has it and it is exact for the memory, else Java. */
    AUTO,
    /** The native int8 kernel; Java only for memories that it does not fit. */
    ONEDNN,
    /** Plain Java. */
    JAVA;

    /** Steps that gain by a native kernel what its set-up takes, some ten milliseconds at N = 784. */
    private static final double WORTH_SET_UP = 1200;

    /** What this machine would step weights with. */
    public String description() {
        return isNative() ? "oneDNN int8" : "java";
    }

    /**
     * The form in which a broadcast network is recalled. Where its rule has both, which give the same fields, whichever step is
     * predicted to be the shorter, by nanoseconds measured at N = 784 on one core, where pictures are stored: with patterns and in Java
     * on AVX2, where most steps of weights are {@linkplain IncrementalSteps near} ones if fields fit lanes; of native kernels on AVX-512, with
     * AMX and without, where patterns take half as long.
     *
     * @param patterns P
     * @param neurons N
     */
    public Form form(Rule rule, int patterns, int neurons) {
        return form(rule, patterns, neurons, 0);
    }

    /**
     * The form in which a network is recalled that is trained inside a task and probed with its own patterns: weights cost their
     * training and the set-up of a kernel too, spread over its steps.
     *
     * <p>One neuron after the other, weights keep every field at hand, where without them a look at a neuron sums up P terms. A
     * recall then takes about N (12 P + 60) nanoseconds from patterns, N (15 P + P^2 / 4) from those of a projection, and
     * N^2 (.15 + 2.4 / P) from weights, the last term their training, spread over five recalls a pattern: measured on one core
     * at N = 784, digits with flips of 0 to .4. Weights win from about 15 patterns on.
     *
     * @param patterns P
     * @param neurons N
     */
    public Form formInTask(Rule rule, int patterns, int neurons, Update update) {
        double n = neurons;
        if (update == Update.SYNC || rule.forms(patterns, neurons).size() == 1) {
            return form(rule, patterns, neurons, n * n * (.3 * patterns + 40) / steps(patterns));
        }
        double p = patterns;
        double dual = n * (rule.equals(Rule.PROJECTION) ? 15 * p + .25 * p * p : 12 * p + 60);
        return dual < n * n * (.15 + 2.4 / p) ? Form.PATTERNS : Form.WEIGHTS;
    }

    /** The kernels for such a network: a native one is not worth its set-up for a few steps. */
    public KernelPolicy inTask(int patterns) {
        return steps(patterns) < WORTH_SET_UP ? JAVA : this;
    }

    /** About as many steps as a network that probes its own patterns takes, at several noise levels. */
    private static double steps(int patterns) {
        return 40.0 * patterns;
    }

    private Form form(Rule rule, int patterns, int neurons, double setUp) {
        Set<Form> forms = rule.forms(patterns, neurons);
        if (forms.size() == 1) {
            return forms.iterator().next();
        }
        boolean projector = rule.equals(Rule.PROJECTION);
        double n = neurons;
        double p = patterns;
        double dual = n * (.015 * p + .5) + (projector ? .12 * p * p : 0);
        if (isNative()) {
            double plane = OneDnn.hasTiles() ? .0008 : projector ? .0027 : .0015;
            double weights = n * n * plane * (projector ? 2 : 1) + n * .25;
            return dual / 2 < weights + setUp ? Form.PATTERNS : Form.WEIGHTS;
        }
        boolean near = !projector && neurons <= LaneFields.MOST_NEURONS;
        double rows = n * n * (near ? .0068 : .027) + n * .5;
        return dual < rows + setUp ? Form.PATTERNS : Form.WEIGHTS;
    }

    /** A kernel of its own for a thread; to be closed. */
    public Kernel of(Memory memory) {
        if (memory.weights() instanceof Weights.Separated separated && SharpKernel.fits(separated)) {
            return new SharpKernel(separated);
        }
        if (memory.weights() instanceof Weights.Dual dual && DualCoefficients.fit(dual)) {
            return new PatternKernel(memory, dual.stored());
        }
        if (memory.weights() instanceof Weights.Separated separated) {
            return new PatternKernel(memory, separated.stored());
        }
        if (memory.weights() instanceof Weights.Projector projector) {
            return new PatternKernel(memory, projector.stored());
        }
        if (!isNative() || !QuantizedWeights.fits(memory)) {
            return new RowKernel(memory);
        }
        return OneDnnKernel.fits(memory) ? OneDnnKernel.of(memory) : FilterRefineKernel.of(memory);
    }

    /** What takes a memory's local fields to the states where recalls begin, for one thread; to be closed. */
    FirstFields first(Memory memory, LocalFields fields) {
        return fields instanceof SummedFields summed && isNative() && Int8Planes.fit(memory)
                ? OneDnnFields.of(memory, summed)
                : FirstFields.oneByOne(fields);
    }

    /**
     * The flips of a step up to which {@linkplain IncrementalSteps near steps} take less time than those of a kernel: measured at N = 784 on
     * one core, of native kernels with AVX-512 and VNNI and four fields a word; of two a word, they take as long there.
     */
    double mostFlips(Memory memory) {
        return memory.neurons() * (isNative(memory) ? .08 : .5);
    }

    /** States that fill half the product that enters their fields. */
    int fewestNear(Memory memory) {
        return isNative(memory) ? OneDnnFields.BATCH / 2 : 1;
    }

    private boolean isNative(Memory memory) {
        return isNative() && memory.weights() instanceof Weights.Narrow;
    }

    /**
     * Refuses a kernel that was asked for by name and is not to be had here.
     *
     * @throws BadInput saying what to do
     */
    public void check() {
        if (this == ONEDNN && !OneDnnKernel.isAvailable()) {
            throw new BadInput(
                    "--kernel onednn needs Linux on x86-64 with VNNI, which this machine is not; use auto or java");
        }
    }

    private boolean isNative() {
        return this != JAVA && OneDnnKernel.isAvailable();
    }
}
