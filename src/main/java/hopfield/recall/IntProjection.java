package hopfield.recall;

import hopfield.pattern.PatternSet;

/** X^T c for coefficients and sums in 32 bits, exact where the sums fit them, whatever the coefficients. */
final class IntProjection {
    private final byte[][] codes;
    private final int[] coefficients;
    private final int[] table = new int[PatternCodes.TABLE];
    private final int[] sums;

    IntProjection(PatternSet stored) {
        this.codes = PatternCodes.of(stored);
        this.coefficients = new int[codes.length * PatternCodes.GROUP];
        this.sums = new int[stored.neurons()];
    }

    /** c, to be filled in: P entries, and zeros up to a whole group. */
    int[] coefficients() {
        return coefficients;
    }

    /** sum_mu x_mu,i c_mu for every neuron i; overwritten by the next call. */
    int[] sums() {
        for (int t = 0; t < codes.length; t++) {
            fillTable(t * PatternCodes.GROUP);
            byte[] code = codes[t];
            if (t == 0) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] = table[code[i] & 0xFF];
                }
            } else {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += table[code[i] & 0xFF];
                }
            }
        }
        return sums;
    }

    /** table[c] = sum of the eight coefficients, each with the sign of its bit in c. */
    private void fillTable(int first) {
        table[0] = 0;
        for (int b = 0; b < PatternCodes.GROUP; b++) {
            table[0] -= coefficients[first + b];
        }
        for (int b = 0; b < PatternCodes.GROUP; b++) {
            int twice = 2 * coefficients[first + b];
            for (int c = 0; c < 1 << b; c++) {
                table[c + (1 << b)] = table[c] + twice;
            }
        }
    }
}
