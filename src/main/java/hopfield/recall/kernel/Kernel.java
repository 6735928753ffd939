package hopfield.recall.kernel;

/** One synchronous step of many states at once. Holds scratch space: one thread each. */
public interface Kernel extends AutoCloseable {
    /**
     * s -> sign(F(s) - theta), F = W s where there are weights; a neuron whose field equals its threshold keeps its state.
     *
     * @param states count packed states side by side, ceil(N / 64) words each, bits beyond N clear. Not modified.
     * @param count states, at least 1
     * @param next the successors, likewise. Modified.
     */
    void step(long[] states, int count, long[] next);

    /** Its name in the log and in run.json. */
    String name();

    @Override
    void close();
}
