package hopfield.recall;

import hopfield.BadInput;
import hopfield.memory.Memory;
import hopfield.memory.Weights;

/** Which kernel steps a memory, what enters its first states, and in which form the memory is kept: the one place where either is decided. */
public enum Kernels {
    /** oneDNN where this machine has it and it is exact for the memory, else Java. */
    AUTO,
    /** The native int8 kernel; Java only for memories that it does not fit. */
    ONEDNN,
    /** Plain Java. */
    JAVA;

    /** The largest pattern count whose Hebbian weights surely fit one int8 plane. */
    private static final int ONE_PLANE = 127;

    /** What this machine would step weights with. */
    public String description() {
        return isNative() ? "oneDNN int8" : "java";
    }

    /**
     * Whether a broadcast network is recalled in its dual form, without ever building its weights: whichever step is predicted to
     * be the shorter, by nanoseconds measured at N = 784 on one core with AVX-512, with AMX and without.
     *
     * @param patterns P
     * @param neurons N
     */
    public boolean prefersDual(int patterns, int neurons) {
        double n = neurons;
        double dual = n * (.075 * patterns + 1.2);
        double plane = n * n * (isNative() && OneDnn.hasTiles() ? .0008 : .0027);
        double weights = isNative() ? plane * (patterns <= ONE_PLANE ? 1 : 2) + n * .25 : n * n * .065;
        return dual < weights;
    }

    /**
     * Whether a network that is trained inside a task is recalled in its dual form: it lives too briefly to set a native kernel
     * up.
     */
    public boolean prefersDualInTask(int patterns, int neurons) {
        return JAVA.prefersDual(patterns, neurons);
    }

    /** A kernel of its own for a thread; to be closed. */
    Kernel of(Memory memory) {
        if (memory.weights() instanceof Weights.Dual) {
            return new DualKernel(memory);
        }
        return isNative() && OneDnnKernel.fits(memory) ? OneDnnKernel.of(memory) : new RowKernel(memory);
    }

    /** What takes a memory's local fields to the states where recalls begin, for one thread; to be closed. */
    FirstFields first(Memory memory, LocalFields fields) {
        return fields instanceof NarrowFields narrow && isNative() && OneDnnKernel.fits(memory)
                ? OneDnnFields.of(memory, narrow)
                : FirstFields.oneByOne(fields);
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
