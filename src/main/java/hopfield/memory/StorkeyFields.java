package hopfield.memory;

import hopfield.pattern.PatternSet;

/** The two ways to the fields f_mu = W x_mu of patterns before they are stored by {@link Storkey}. */
final class StorkeyFields {
    private StorkeyFields() {}

    /** By keeping W: P N^2 operations. */
    static double[][] fromWeights(PatternSet patterns) {
        int n = patterns.neurons();
        double[][] fields = new double[patterns.size()][n];
        double[][] weights = new double[n][n];
        Storkey.Step last = new Storkey.Step(n);
        for (int mu = 0; mu < fields.length; mu++) {
            if (mu > 0) {
                last.to(patterns, mu - 1, fields[mu - 1]);
            }
            for (int i = 0; i < n; i++) {
                double[] row = weights[i];
                if (mu > 0) {
                    last.update(row, i, n);
                    row[i] = 0;
                }
                add(fields[mu], patterns.isUp(mu, i) ? 1 : -1, row);
            }
        }
        return fields;
    }

    /**
     * From the earlier fields: before pattern mu, W = sum_nu c_nu (x_nu g_nu^T + g_nu x_nu^T) less its diagonal, with
     * c_nu = (1 + 2/N)^(mu-1-nu), nu &lt; mu. P^2 N operations; c stays below e^2 where P is below N.
     */
    static double[][] fromEarlierFields(PatternSet patterns) {
        int n = patterns.neurons();
        int p = patterns.size();
        double growth = 1 + 2.0 / n;
        double[][] fields = new double[p][n];
        double[][] x = new double[p][n];
        double[][] g = new double[p][n];
        double[][] gOfNeuron = new double[n][p];
        double[] diagonal = new double[n];
        int[] products = new int[p];
        double[] power = new double[p];
        for (int mu = 0; mu < p; mu++) {
            power[mu] = mu == 0 ? 1 : power[mu - 1] * growth;
            for (int i = 0; i < n; i++) {
                x[mu][i] = patterns.isUp(mu, i) ? 1 : -1;
            }
            double[] along = new double[mu];
            for (int i = 0; i < n; i++) {
                add(along, x[mu][i], gOfNeuron[i]);
            }
            patterns.innerProducts(patterns.pattern(mu).words(), 0, products);
            double[] field = fields[mu];
            for (int nu = 0; nu < mu; nu++) {
                add(field, power[mu - 1 - nu] * along[nu], x[nu], power[mu - 1 - nu] * products[nu], g[nu]);
            }
            for (int i = 0; i < n; i++) {
                field[i] -= diagonal[i] * x[mu][i];
                g[mu][i] = (x[mu][i] / 2 - field[i]) / n;
                gOfNeuron[i][mu] = g[mu][i];
                diagonal[i] = growth * diagonal[i] + 2 * x[mu][i] * g[mu][i];
            }
        }
        return fields;
    }

    private static void add(double[] sum, double factor, double[] a) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * a[j];
        }
    }

    private static void add(double[] sum, double factor, double[] a, double other, double[] b) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * a[j] + other * b[j];
        }
    }
}
