package hopfield.spark;

import hopfield.metric.Cell;
import hopfield.metric.Sample;
import java.util.List;
import java.util.Map;

/**
 * The results of a sweep beside its metrics table.
 *
 * @param cells the table's aggregate, a line per cell
 * @param samples restorations to look at
 * @param restorations recalls in all
 * @param seconds by stage, as the driver waits for it
 * @param taskSeconds of all recall tasks together, by what they do: training, cues, recall, scoring, writing
 */
public record SweepResult(
        List<Cell> cells,
        List<Sample> samples,
        long restorations,
        Map<String, Double> seconds,
        Map<String, Double> taskSeconds) {}
