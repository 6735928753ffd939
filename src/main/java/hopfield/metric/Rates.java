package hopfield.metric;

import java.io.Serializable;

/**
 * Shares of the stored probes of a cell.
 *
 * @param exact share restored to the last pixel
 * @param restored share with overlap of at least .95 and identified
 * @param identified share whose nearest stored pattern is the original
 * @param improved share whose restoration is closer to the original than its cue, among those whose cue is not exact
 */
public record Rates(Rate exact, Rate restored, Rate identified, Rate improved) implements Serializable {
    public Rates {
        if (exact.trials() != restored.trials()
                || identified.trials() != restored.trials()
                || improved.trials() > restored.trials()) {
            throw new IllegalArgumentException("rates of one cell must count the same probes, counted " + exact.trials()
                    + ", " + restored.trials() + ", " + identified.trials() + " and " + improved.trials());
        }
    }
}
