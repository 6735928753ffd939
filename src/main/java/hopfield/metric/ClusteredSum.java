package hopfield.metric;

import java.io.Serializable;

/**
 * A mean of values that come in clusters, here the trials of one image: with sum x_c of the m_c values of cluster c of C, the mean
 * x = X / n has as ratio of sums the standard error sqrt(v),
 *
 * <pre>v = C / (C - 1) * sum_c (x_c - x m_c)^2 / n^2, n = sum_c m_c, X = sum_c x_c</pre>
 *
 * (Kish 1965, Survey Sampling). Of clusters of one value this is s / sqrt(n) with s^2 = sum (x_c - x)^2 / (n - 1).
 *
 * <p>Whole numbers: parts may be added in any order. Modified as values are added; one thread.
 */
final class ClusteredSum implements Serializable {
    private static final long serialVersionUID = 1;

    private final double unit;
    private long sum;
    private long values;
    private long clusters;
    private long squares;
    private long products;
    private long squaredSizes;
    private long openSum;
    private long openValues;

    /** @param unit in which values are given, 1 of whole numbers; squares are kept in the same unit */
    ClusteredSum(double unit) {
        this.unit = unit;
    }

    /** The values to come are of another cluster. */
    void nextCluster() {
        close(openSum, openValues);
        openSum = 0;
        openValues = 0;
    }

    /** Adds one value to the cluster. */
    void add(long value) {
        openSum += value;
        openValues++;
    }

    /** Adds all clusters of a part, the last of which has all its values. It is not modified. */
    void add(ClusteredSum part) {
        sum += part.sum;
        values += part.values;
        clusters += part.clusters;
        squares += part.squares;
        products += part.products;
        squaredSizes += part.squaredSizes;
        close(part.openSum, part.openValues);
    }

    private void close(long x, long m) {
        sum += x;
        values += m;
        clusters += m > 0 ? 1 : 0;
        squares += unit == 1 ? x * x : Math.round((double) x * x * unit);
        products += x * m;
        squaredSizes += m * m;
    }

    /** X, in units. */
    long sum() {
        return sum + openSum;
    }

    /** n. */
    long values() {
        return values + openValues;
    }

    /** The sums of the closed clusters, where each value was 1 for a success, else 0. */
    Clusters ofSuccesses() {
        return new Clusters(sum, values, clusters, squares, products, squaredSizes);
    }

    /** A copy whose last cluster is closed. This is not modified. */
    ClusteredSum closed() {
        ClusteredSum all = new ClusteredSum(unit);
        all.add(this);
        return all;
    }

    /** The standard error of the mean. */
    StandardError error() {
        ClusteredSum all = closed();
        return new StandardError(all.clusters < 2 ? Double.NaN : Math.sqrt(all.scatter()) / all.values, all.clusters);
    }

    /** v n^2, of the clusters that are closed, two at least. */
    private double scatter() {
        double n = values;
        double total = sum * unit;
        double mean = total / n;
        double squared = clusters == values
                ? squares * unit - total * total / n
                : squares * unit - 2 * mean * products * unit + mean * mean * squaredSizes;
        return clusters / (clusters - 1.0) * Math.max(0, squared);
    }
}
