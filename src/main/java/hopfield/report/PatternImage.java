package hopfield.report;

import hopfield.image.PatternPng;
import hopfield.pattern.Pattern;
import hopfield.pattern.Shape;
import java.util.Base64;

/** Patterns as pictures within a page. */
final class PatternImage {
    private PatternImage() {}

    /** A PNG of width x height pixels as a data: address; row by row, as images become patterns. */
    static String dataUri(Pattern pattern, int width, int height) {
        return "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(PatternPng.of(pattern, new Shape(width, height)));
    }
}
