package hopfield.recall.field;

import hopfield.pattern.Pattern;

/** Local fields that can be entered from sums that come from elsewhere. */
public interface SummedFields {
    /**
     * Makes a pattern the state, given its fields.
     *
     * @param sums U_i, the sum of W_ij over the neurons j that are up: N entries. Copied.
     */
    void enter(Pattern next, int[] sums);
}
