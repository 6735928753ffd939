package hopfield.noise;

/** The values that levels may have. */
final class Level {
    private Level() {}

    /** Refuses what is no probability or share. */
    static void requireFraction(String kind, double level) {
        if (!(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException(kind + " must be within 0..1, was " + level);
        }
    }

    /** Refuses what is no standard deviation. */
    static void requireDeviation(String kind, double level) {
        if (!(level >= 0 && level < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(kind + " must be at least 0 and finite, was " + level);
        }
    }
}
