package hopfield.memory;

import java.util.Arrays;

/**
 * c is 1 for the pattern of largest overlap, of several the first, and 0 for all others; E = -N max_mu m_mu: {@link Softmax} at
 * a beta without end.
 */
record Largest() implements Separation {
    @Override
    public void coefficients(int[] products, long[] coefficients) {
        Arrays.fill(coefficients, 0, products.length, 0);
        coefficients[first(products)] = 1;
    }

    @Override
    public void coefficients(double[] products, long[] coefficients) {
        int first = 0;
        for (int mu = 1; mu < products.length; mu++) {
            if (products[mu] > products[first]) {
                first = mu;
            }
        }
        Arrays.fill(coefficients, 0, products.length, 0);
        coefficients[first] = 1;
    }

    @Override
    public double energy(int[] products) {
        return -products[first(products)];
    }

    private static int first(int[] products) {
        int first = 0;
        for (int mu = 1; mu < products.length; mu++) {
            if (products[mu] > products[first]) {
                first = mu;
            }
        }
        return first;
    }
}
