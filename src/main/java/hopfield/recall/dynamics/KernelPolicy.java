package hopfield.recall.dynamics;

import hopfield.BadInput;
import hopfield.memory.Form;
import hopfield.memory.Memory;
import hopfield.memory.Rule;
import hopfield.memory.Weights;
import hopfield.recall.field.FirstFields;
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
import hopfield.recall.kernel.onednn.OneDnnFields;
import hopfield.recall.kernel.onednn.OneDnnKernel;

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

    /** The kernel that would step weights on this machine. */
    public String description() {
        return isNative() ? "oneDNN int8" : "java";
    }

    /**
     * The form in which a broadcast network is recalled, see {@link FormPolicy}.
     *
     * @param patterns P
     * @param neurons N
     */
    public Form form(Rule rule, int patterns, int neurons) {
        return new FormPolicy(isNative(), rule, patterns, neurons).broadcast();
    }

    /**
     * The form in which a network is recalled that is trained inside a task and probed with its own patterns.
     *
     * @param patterns P
     * @param neurons N
     */
    public Form formInTask(Rule rule, int patterns, int neurons, Update update) {
        return new FormPolicy(isNative(), rule, patterns, neurons).inTask(update);
    }

    /** The kernels for such a network: a native one is not worth its set-up for a few steps. */
    public KernelPolicy inTask(int patterns) {
        return FormPolicy.stepsInTask(patterns) < WORTH_SET_UP ? JAVA : this;
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

    /** Moves a memory's local fields to the states where recalls begin; for one thread, to be closed. */
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
