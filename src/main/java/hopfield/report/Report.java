package hopfield.report;

import hopfield.metric.Cell;
import hopfield.metric.Sample;
import java.util.List;
import java.util.Map;

/**
 * All that a report says of one run; {@link HtmlReport} and {@link CapacityCsv} give it a form.
 *
 * @param headline what was run, in one sentence
 * @param warnings what a reader must know first, e.g. that MNIST was not found; may be empty
 * @param setting the images and trials
 * @param cells the grid, in the order rule, patterns, noise, level
 * @param gallery restorations to look at
 * @param provenance run.json's content: options, seed, checksums, versions, timings; nested maps, lists and values
 */
public record Report(
        String headline,
        List<String> warnings,
        Setting setting,
        List<Cell> cells,
        List<Sample> gallery,
        Map<String, Object> provenance) {}
