package hopfield.recall;

import hopfield.pattern.PatternSet;

/**
 * Patterns eight at a time, as the method of four Russians wants them: for each group of eight, the bits of its patterns at every
 * neuron, which index a table of the 256 signed sums of eight coefficients.
 */
final class PatternCodes {
    /** Patterns in a group. */
    static final int GROUP = 8;

    /** Signed sums of a group. */
    static final int TABLE = 1 << GROUP;

    private PatternCodes() {}

    /** One row of N codes for each group; patterns beyond the last are down. */
    static byte[][] of(PatternSet stored) {
        byte[][] codes = new byte[(stored.size() + GROUP - 1) / GROUP][stored.neurons()];
        for (int p = 0; p < stored.size(); p++) {
            for (int i = 0; i < stored.neurons(); i++) {
                if (stored.isUp(p, i)) {
                    codes[p / GROUP][i] |= (byte) (1 << p % GROUP);
                }
            }
        }
        return codes;
    }
}
