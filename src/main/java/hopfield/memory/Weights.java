package hopfield.memory;

import hopfield.pattern.PatternSet;
import java.io.Serializable;

/** A symmetric N x N weight matrix with a zero diagonal, in whole numbers; or what stands for one, or stands in its place. */
public sealed interface Weights extends Serializable {
    /** N. */
    int neurons();

    /**
     * Weights whose local fields fit an int: sum_j |W_ij| is at most 2^31 - 1 in every row.
     *
     * @param rows W. Not copied: treat as read-only.
     */
    record Narrow(int[][] rows) implements Weights {
        @Override
        public int neurons() {
            return rows.length;
        }
    }

    /**
     * Weights whose local fields are whole numbers of at most 2^53, which a double holds exactly.
     *
     * @param rows W. Not copied: treat as read-only.
     */
    record Wide(double[][] rows) implements Weights {
        @Override
        public int neurons() {
            return rows.length;
        }
    }

    /**
     * Weights that are never built: W = (gain X^T X - shared shared^T) / unit off the diagonal, X the P x N matrix of stored
     * patterns. A field then costs P x N, not N x N (the dual form).
     *
     * @param stored X, P patterns of N neurons
     * @param gain 1 or more
     * @param shared the sum of the stored patterns, or N zeros
     * @param unit divides every weight without a rest
     */
    record Dual(PatternSet stored, int gain, int[] shared, int unit) implements Weights {
        @Override
        public int neurons() {
            return shared.length;
        }
    }

    /**
     * Weights that stay where they were summed up, spread over a cluster: W = (gain C - shared shared^T) / unit off the diagonal, C
     * the sum of the stored patterns' outer products. Whoever recalls asks for C s.
     *
     * @param patterns P, what C has on its diagonal
     * @param gain 1 or more
     * @param shared the sum of the stored patterns, or N zeros. Not copied: treat as read-only.
     * @param unit divides every weight without a rest
     */
    record InPlace(int patterns, int gain, int[] shared, int unit) implements Weights {
        @Override
        public int neurons() {
            return shared.length;
        }
    }

    /**
     * Weights that are never built: W = X^T B X off the diagonal, with a symmetric P x P matrix B of whole numbers (for the
     * projection rule, the inverse of the patterns' Gram matrix in fixed point). Fields are whole numbers; they fit an int, and are exact in
     * arithmetic modulo 2^32 however large B, or else they are at most 2^53.
     *
     * @param stored X, P patterns of N neurons
     * @param inverse B. Not copied: treat as read-only.
     * @param diagonal what X^T B X has on its diagonal and W has not, N entries. Not copied: treat as read-only.
     * @param fitsInt whether sum_j |W_ij| is at most 2^31 - 1 in every row, diagonal included
     * @param reach sum_mu |c_mu|, c = B X s, is at most this for any state s
     */
    record Projector(PatternSet stored, long[][] inverse, long[] diagonal, boolean fitsInt, double reach)
            implements Weights {
        @Override
        public int neurons() {
            return diagonal.length;
        }
    }

    /**
     * No weights: similarity, separation, projection (Millidge et al. 2022), F = X^T c(X s), each step with its own c.
     *
     * @param stored X, P patterns of N neurons
     * @param separation c
     */
    record Separated(PatternSet stored, Separation separation) implements Weights {
        @Override
        public int neurons() {
            return stored.neurons();
        }
    }
}
