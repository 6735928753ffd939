package hopfield.memory;

/** In what form a network is kept. Where a rule has both, every field is the same whole number in either. */
public enum Form {
    /** The stored patterns stand for the weights: a step costs P x N. */
    PATTERNS,
    /** An N x N matrix: a step costs N x N. */
    WEIGHTS
}
