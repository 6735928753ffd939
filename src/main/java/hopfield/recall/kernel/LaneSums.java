package hopfield.recall.kernel;

/** Sums over the first lanes of rows, one loop each, so that the JIT compiler makes vector instructions of them. */
public final class LaneSums {
    private LaneSums() {}

    /** sum = a + b. */
    public static void set(int lanes, int[] sum, int[] a, int[] b) {
        for (int s = 0; s < lanes; s++) {
            sum[s] = a[s] + b[s];
        }
    }

    /** sum = a + 2 b. */
    public static void setTwice(int lanes, int[] sum, int[] a, int[] b) {
        for (int s = 0; s < lanes; s++) {
            sum[s] = a[s] + 2 * b[s];
        }
    }

    /** sum = a + b + c + d. */
    public static void set(int lanes, int[] sum, int[] a, int[] b, int[] c, int[] d) {
        for (int s = 0; s < lanes; s++) {
            sum[s] = a[s] + b[s] + c[s] + d[s];
        }
    }

    /** sum += a + b + c + d. */
    public static void add(int lanes, int[] sum, int[] a, int[] b, int[] c, int[] d) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += a[s] + b[s] + c[s] + d[s];
        }
    }

    /** sum += a. */
    public static void add(int lanes, int[] sum, int[] a) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += a[s];
        }
    }

    /** sum -= a. */
    public static void subtract(int lanes, int[] sum, int[] a) {
        for (int s = 0; s < lanes; s++) {
            sum[s] -= a[s];
        }
    }

    /** sum += the byte of each word that is shifted to its end. */
    public static void addByte(int lanes, int[] sum, int[] words, int shift) {
        for (int s = 0; s < lanes; s++) {
            sum[s] += words[s] >>> shift & 0xff;
        }
    }

    /** row = constant - 2 row. */
    public static void subtractTwiceFrom(int constant, int lanes, int[] row) {
        for (int s = 0; s < lanes; s++) {
            row[s] = constant - 2 * row[s];
        }
    }
}
