package hopfield.recall.kernel;

import hopfield.pattern.PatternSet;

/**
 * The values of some neurons at a time in each stored pattern, as an index into a table.
 *
 * @param width neurons of an index
 * @param codes for each group of neurons, the index of every pattern; as many groups as whole passes take, the last ones all 0
 */
record NeuronCodes(int width, byte[][] codes) {
    /** To make an entry of a table takes as long as this many additions of one. */
    private static final double ENTRY = 1.3;

    private static final int FEWEST = 3;
    private static final int MOST = 7;

    /**
     * Codes of the width that takes the fewest operations.
     *
     * @param tables groups of a pass
     * @param block patterns that one table serves, at most
     */
    static NeuronCodes of(PatternSet stored, int tables, int block) {
        int width = width(Math.min(stored.size(), block), stored.neurons());
        int groups = (stored.neurons() + width - 1) / width;
        byte[][] codes = new byte[(groups + tables - 1) / tables * tables][stored.size()];
        for (int p = 0; p < stored.size(); p++) {
            for (int i = 0; i < stored.neurons(); i++) {
                codes[i / width][p] |= (byte) (stored.isUp(p, i) ? 1 << i % width : 0);
            }
        }
        return new NeuronCodes(width, codes);
    }

    private static int width(int patterns, int neurons) {
        int best = FEWEST;
        for (int width = FEWEST + 1; width <= MOST; width++) {
            best = operations(width, patterns, neurons) < operations(best, patterns, neurons) ? width : best;
        }
        return best;
    }

    private static double operations(int width, int patterns, int neurons) {
        return Math.ceil((double) neurons / width) * (ENTRY * (1 << width) + patterns);
    }
}
