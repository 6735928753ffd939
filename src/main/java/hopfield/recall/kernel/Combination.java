package hopfield.recall.kernel;

import hopfield.pattern.PatternSet;
import java.util.Arrays;

/**
 * The second of two primitives: sums F_i = sum_mu c_mu x_mu,i of the stored patterns, each state of a batch with coefficients of its
 * own. Patterns are taken some at a time; for each value that a neuron can have in them a table holds the signed sum of every
 * state's coefficients, and one look-up adds it (the method of four Russians). Neurons that are alike in every pattern share a sum.
 * Sums are whole numbers modulo 2^32.
 */
final class Combination {
    /** Neurons whose sums are made together: they stay in a core's cache. A multiple of 64. */
    static final int BLOCK = 1024;

    private static final int WIDTH = 5;
    private static final int TABLES = 4;

    /**
     * Some neurons.
     *
     * @param place of each neuron's sum
     * @param codes the values of the neurons at each place in some patterns, as bits, an array for each group of patterns
     */
    private record Block(int[] place, byte[][] codes) {}

    private final int patterns;
    private final Block[] blocks;
    private final int most;
    private final int[][][] tables = new int[TABLES][0][];
    private int[][] sums = {};

    Combination(PatternSet stored) {
        this.patterns = stored.size();
        this.blocks = new Block[(stored.neurons() + BLOCK - 1) / BLOCK];
        Arrays.setAll(blocks, b -> block(stored, b * BLOCK, Math.min(stored.neurons(), (b + 1) * BLOCK)));
        this.most = Arrays.stream(blocks)
                .mapToInt(block -> block.codes[0].length)
                .max()
                .orElseThrow();
    }

    private static Block block(PatternSet stored, int from, int until) {
        int passes = (stored.size() + WIDTH * TABLES - 1) / (WIDTH * TABLES);
        DistinctColumns columns = new DistinctColumns(until - from);
        byte[][] ofNeuron = new byte[passes * TABLES][until - from];
        for (int group = 0; group < ofNeuron.length; group++) {
            for (int b = 0; b < WIDTH && group * WIDTH + b < stored.size(); b++) {
                for (int i = 0; i < until - from; i++) {
                    ofNeuron[group][i] |= (byte) (stored.isUp(group * WIDTH + b, from + i) ? 1 << b : 0);
                }
            }
            columns.refine(ofNeuron[group], 1 << WIDTH);
        }
        byte[][] codes = new byte[ofNeuron.length][columns.count()];
        for (int group = 0; group < codes.length; group++) {
            for (int i = 0; i < until - from; i++) {
                codes[group][columns.places()[i]] = ofNeuron[group][i];
            }
        }
        return new Block(columns.places(), codes);
    }

    private void reserve(int lanes) {
        for (int t = 0; t < TABLES; t++) {
            tables[t] = StateLanes.rows(tables[t], 1 << WIDTH, lanes);
        }
        sums = StateLanes.rows(sums, most, lanes);
    }

    /** Blocks of {@value #BLOCK} neurons, the last one of fewer. */
    int blocks() {
        return blocks.length;
    }

    /** The sums of a neuron of the block that was made last, one a lane. Not to be modified. */
    int[] sums(int neuron) {
        return sums[blocks[neuron / BLOCK].place[neuron % BLOCK]];
    }

    /**
     * Makes the sums of a block of neurons.
     *
     * @param coefficients a row of lanes for each pattern. Not modified.
     */
    void of(int block, int[][] coefficients, int lanes) {
        reserve(lanes);
        byte[][] codes = blocks[block].codes;
        for (int group = 0; group < codes.length; group += TABLES) {
            for (int t = 0; t < TABLES; t++) {
                fill(tables[t], (group + t) * WIDTH, coefficients, lanes);
            }
            for (int i = 0; i < codes[0].length; i++) {
                int[] a = tables[0][codes[group][i]];
                int[] b = tables[1][codes[group + 1][i]];
                int[] c = tables[2][codes[group + 2][i]];
                int[] d = tables[3][codes[group + 3][i]];
                if (group == 0) {
                    LaneSums.set(lanes, sums[i], a, b, c, d);
                } else {
                    LaneSums.add(lanes, sums[i], a, b, c, d);
                }
            }
        }
    }

    private void fill(int[][] table, int first, int[][] coefficients, int lanes) {
        int bits = Math.max(0, Math.min(WIDTH, patterns - first));
        Arrays.fill(table[0], 0, lanes, 0);
        for (int b = 0; b < bits; b++) {
            LaneSums.subtract(lanes, table[0], coefficients[first + b]);
        }
        for (int code = 1; code < 1 << bits; code++) {
            int[] added = coefficients[first + Integer.numberOfTrailingZeros(code)];
            LaneSums.setTwice(lanes, table[code], table[code & code - 1], added);
        }
    }
}
