package hopfield.metric;

import java.io.Serializable;

/**
 * The stored probes of one class in a cell.
 *
 * @param label the class
 * @param rates of its stored probes
 * @param similarity mean similarity of their restorations to the originals, in [0, 1]
 * @param similarityError its standard error
 */
public record ClassScore(int label, Rates rates, double similarity, StandardError similarityError)
        implements Serializable {}
