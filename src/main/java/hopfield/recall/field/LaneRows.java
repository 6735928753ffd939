package hopfield.recall.field;

import java.util.Arrays;

/** A memory's weight rows in {@linkplain PackedLanes lanes}, made when they are first asked for; for one thread. */
final class LaneRows {
    private final int[][] weights;
    private final PackedLanes lanes;
    private final long[] none;
    private final long[] allDown;
    private final long[] allUp;
    private final long[] constant;
    private final long[][] rows;

    LaneRows(int[][] weights, LaneBounds bounds) {
        int neurons = weights.length;
        this.weights = weights;
        this.lanes = PackedLanes.of(bounds.largest(), neurons);
        this.none = lanes.zeros();
        this.allDown = lanes.zeros();
        this.allUp = lanes.zeros();
        Arrays.fill(allDown, lanes.halves());
        Arrays.fill(allUp, lanes.halves());
        this.constant = new long[neurons];
        for (int i = 0; i < neurons; i++) {
            lanes.add(allDown, i, bounds.values()[i]);
            lanes.add(allUp, i, bounds.values()[i] - 2 * bounds.rowSums()[i] - 1);
            constant[i] = bounds.values()[i] - bounds.rowSums()[i];
        }
        this.rows = new long[neurons][];
    }

    PackedLanes lanes() {
        return lanes;
    }

    /** W_ij. */
    int weight(int i, int j) {
        return weights[i][j];
    }

    /** b_i - R_i, with the row sums R. */
    long constant(int neuron) {
        return constant[neuron];
    }

    /** Lanes of the state that is down everywhere. Not to be modified. */
    long[] allDown() {
        return allDown;
    }

    /** Lanes of the state that is up everywhere. Not to be modified. */
    long[] allUp() {
        return allUp;
    }

    /** Zeros. Not to be modified. */
    long[] none() {
        return none;
    }

    /** The amount by which a neuron that goes up lowers every lane: 2 W_ij, and 1 more in its own. Not to be modified. */
    long[] row(int neuron) {
        if (rows[neuron] == null) {
            long[] row = lanes.zeros();
            for (int i = 0; i < weights.length; i++) {
                lanes.add(row, i, 2L * weights[neuron][i]);
            }
            lanes.add(row, neuron, 1);
            rows[neuron] = row;
        }
        return rows[neuron];
    }
}
