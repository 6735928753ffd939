package hopfield.theory;

/** The load alpha = P / N: stored patterns per neuron. */
final class Load {
    private Load() {}

    /** Returns the load, or refuses one that is not positive and finite. */
    static double positive(double load) {
        if (!(load > 0 && load < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A load P / N must be positive and finite, was " + load);
        }
        return load;
    }
}
