package hopfield.recall;

import hopfield.pattern.Pattern;

/** Local fields that can be entered from sums that come from elsewhere. */
interface SummedFields {
    /**
     * Makes a pattern the state, given its fields.
     *
     * @param sums U_i, the sum of W_ij over the neurons j that are up: N entries. Copied.
     */
    void enter(Pattern next, int[] sums);
}
