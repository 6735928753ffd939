package hopfield.recall;

import hopfield.pattern.PatternSet;
import java.util.Arrays;

/** X^T c for coefficients and sums in 64 bits; groups of patterns whose coefficients are all zero are skipped. */
final class LongProjection {
    private final byte[][] codes;
    private final long[] coefficients;
    private final long[] table = new long[PatternCodes.TABLE];
    private final long[] sums;

    LongProjection(PatternSet stored) {
        this.codes = PatternCodes.of(stored);
        this.coefficients = new long[codes.length * PatternCodes.GROUP];
        this.sums = new long[stored.neurons()];
    }

    /** c, to be filled in: P entries, and zeros up to a whole group. */
    long[] coefficients() {
        return coefficients;
    }

    /** sum_mu x_mu,i c_mu for every neuron i; overwritten by the next call. */
    long[] sums() {
        Arrays.fill(sums, 0);
        for (int t = 0; t < codes.length; t++) {
            if (fillTable(t * PatternCodes.GROUP)) {
                byte[] code = codes[t];
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += table[code[i] & 0xFF];
                }
            }
        }
        return sums;
    }

    /** table[c] = sum of the eight coefficients, each with the sign of its bit in c; whether any of them is not zero. */
    private boolean fillTable(int first) {
        long any = 0;
        long down = 0;
        for (int b = 0; b < PatternCodes.GROUP; b++) {
            any |= coefficients[first + b];
            down -= coefficients[first + b];
        }
        if (any == 0) {
            return false;
        }
        table[0] = down;
        for (int b = 0; b < PatternCodes.GROUP; b++) {
            long twice = 2 * coefficients[first + b];
            for (int c = 0; c < 1 << b; c++) {
                table[c + (1 << b)] = table[c] + twice;
            }
        }
        return true;
    }
}
