package hopfield.spark;

import hopfield.BadInput;
import hopfield.memory.Form;
import hopfield.memory.Rule;
import hopfield.pattern.Shape;
import hopfield.pattern.Threshold;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The contents of model.json: all of a saved memory but its tables, and what those must be.
 *
 * @param rule the learning rule
 * @param patterns P, patterns stored
 * @param shape the images' shape, of N pixels
 * @param threshold how pictures were binarised
 * @param form whether weights are saved, or the patterns stand for them
 * @param wide whether a weight takes 64 bits rather than 32
 * @param scale what turns whole-number fields into the rule's own unit; of saved weights only
 * @param blockSide rows and columns of a block of the weight matrix
 * @param provenance where it comes from: source, checksums, seed, versions; for people
 * @param tables every file of the tables
 */
record ModelInfo(
        Rule rule,
        int patterns,
        Shape shape,
        Threshold threshold,
        Form form,
        boolean wide,
        double scale,
        int blockSide,
        Map<String, Object> provenance,
        List<TableFile> tables) {

    /**
     * A file of the model.
     *
     * @param path below the model's folder: a table's name and a file's
     * @param bytes its length
     * @param sha256 in hexadecimal
     */
    record TableFile(String path, long bytes, String sha256) implements Serializable {
        TableFile {
            if (!path.matches("(patterns|weights|thresholds)/[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new BadInput("names a file '" + path + "', expected one of its own tables");
            }
            if (bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
                throw new BadInput("gives " + path + " " + bytes + " bytes and SHA-256 '" + sha256 + "'");
            }
        }
    }

    ModelInfo {
        if (patterns < 1 || blockSide < 1 || !(scale > 0) || Double.isInfinite(scale)) {
            throw new BadInput("has " + patterns + " patterns, blocks of " + blockSide + " and scale " + scale
                    + ", expected all above 0");
        }
        if (!rule.forms(patterns, shape.neurons()).contains(form)) {
            throw new BadInput("keeps rule " + rule.label() + " as "
                    + form.name().toLowerCase(Locale.ROOT) + ", which it cannot be");
        }
    }

    /** N. */
    int neurons() {
        return shape.neurons();
    }
}
