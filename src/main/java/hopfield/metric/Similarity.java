package hopfield.metric;

import hopfield.pattern.Pattern;

/**
 * How close a pattern comes to its original.
 *
 * @param neurons N
 * @param agreeing neurons at which they agree, 0..N
 * @param foregroundUnion neurons that are up in either
 * @param foregroundShared neurons that are up in both
 */
public record Similarity(int neurons, int agreeing, int foregroundUnion, int foregroundShared) {
    public Similarity {
        if (agreeing < 0 || agreeing > neurons) {
            throw new IllegalArgumentException("agreeing must be within 0.." + neurons + ", was " + agreeing);
        }
    }

    /** Compares two patterns of one size. */
    public static Similarity of(Pattern original, Pattern other) {
        int shared = original.foregroundShared(other);
        return new Similarity(
                original.neurons(),
                original.agreeing(other),
                original.foreground() + other.foreground() - shared,
                shared);
    }

    /** Similarity (1 + m) / 2: the share of neurons that agree, in [0, 1]. */
    public double value() {
        return (double) agreeing / neurons;
    }

    /** Overlap m = (1/N) sum_i x_i y_i, in [-1, 1]; 1 is identity, -1 the inverse image. */
    public double overlap() {
        return 2.0 * agreeing / neurons - 1;
    }

    /** Foreground Jaccard index, in [0, 1]; 1 for two blank images. */
    public double iou() {
        return foregroundUnion == 0 ? 1 : (double) foregroundShared / foregroundUnion;
    }

    /** Whether every neuron agrees. */
    public boolean exact() {
        return agreeing == neurons;
    }

    /** Whether the overlap is at least .95, the bar of a restoration: counted in neurons, free of rounding. */
    public boolean close() {
        return close(neurons, agreeing);
    }

    /** Whether two patterns of N neurons that agree at so many have an overlap of at least .95. */
    static boolean close(int neurons, int agreeing) {
        return 40L * (neurons - agreeing) <= neurons;
    }
}
