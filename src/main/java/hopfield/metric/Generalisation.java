package hopfield.metric;

import java.io.Serializable;

/**
 * Measures of the probes that a network has not stored: whether what it learned helps images it has not seen.
 *
 * @param probes probes of images that are not stored
 * @param inputSimilarity mean similarity of their cues to the originals; not a number of no probes
 * @param similarity mean similarity of their restorations to the originals; not a number of no probes
 * @param improved share closer to the original than its cue, among those whose cue is not exact
 * @param sameClass share whose nearest stored pattern has their class, among those with a class
 * @param inputSimilarityError standard error of their cues' mean similarity
 * @param similarityError that of their restorations' mean similarity
 */
public record Generalisation(
        long probes,
        double inputSimilarity,
        double similarity,
        Rate improved,
        Rate sameClass,
        StandardError inputSimilarityError,
        StandardError similarityError)
        implements Serializable {
    public Generalisation {
        if (probes < 0 || improved.trials() > probes || sameClass.trials() > probes) {
            throw new IllegalArgumentException("of " + probes + " probes, " + improved.trials()
                    + " cannot be improved and " + sameClass.trials() + " cannot have a class");
        }
    }
}
