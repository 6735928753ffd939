package hopfield.metric;

/**
 * 1 - SSIM of one window, for everything that two binary windows x and y of n = 49 pixels can be. With the counts
 * a = sum x, b = sum y and c = sum x y, the means are a/n and b/n and the sample (co)variances (n a - a^2) / n(n-1),
 * (n b - b^2) / n(n-1) and (n c - a b) / n(n-1), so that eq. 13 of Wang, Bovik, Sheikh &amp; Simoncelli (2004) with
 * C1 = .01^2 and C2 = .03^2, times 10^4 n^2 and 10^4 n(n-1), is a ratio of whole numbers. They stay below 2^53: every entry
 * is the exact value, rounded once, and exactly 0 where the windows are the same.
 */
final class WindowDissimilarity {
    /** Pixels along each side of a window. */
    static final int SIDE = 7;

    private static final int PIXELS = SIDE * SIDE;

    /** Index of a window: pixels up in x, up in x alone and up in y alone, each with its weight. */
    static final int UP = (PIXELS + 1) * (PIXELS + 1);

    static final int LOST = PIXELS + 1;
    static final int GAINED = 1;

    private static final long UNIT = 10_000;
    private static final long C1 = (long) PIXELS * PIXELS;
    private static final long C2 = 9L * PIXELS * (PIXELS - 1);

    private static final double[] TABLE = table();

    private WindowDissimilarity() {}

    /** The values in [0, 2], at up * UP + lost * LOST + gained * GAINED. Not copied: treat as read-only. */
    static double[] values() {
        return TABLE;
    }

    private static double[] table() {
        double[] values = new double[PIXELS * UP + UP];
        for (int up = 0; up <= PIXELS; up++) {
            for (int lost = 0; lost <= up; lost++) {
                for (int gained = 0; gained <= PIXELS - up; gained++) {
                    values[up * UP + lost * LOST + gained * GAINED] = value(up, up - lost + gained, up - lost);
                }
            }
        }
        return values;
    }

    private static double value(long a, long b, long c) {
        long similar = (2 * UNIT * a * b + C1) * (2 * UNIT * (PIXELS * c - a * b) + C2);
        long whole = (UNIT * (a * a + b * b) + C1) * (UNIT * (PIXELS * (a + b) - a * a - b * b) + C2);
        return (double) (whole - similar) / whole;
    }
}
