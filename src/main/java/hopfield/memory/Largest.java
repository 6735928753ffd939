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
    public void round(int[][] products, int states, int[][] coefficients) {
        for (int s = 0; s < states; s++) {
            int first = 0;
            for (int mu = 0; mu < products.length; mu++) {
                coefficients[mu][s] = 0;
                first = products[mu][s] > products[first][s] ? mu : first;
            }
            coefficients[first][s] = 1;
        }
    }

    @Override
    public int reach() {
        return 0;
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
