package hopfield.spark;

import java.io.Serializable;

/**
 * A restoration of a stored image that may be chosen to be looked at.
 *
 * @param network which network recalled it
 * @param image number of the image
 * @param trial which cue of it
 * @param label its class, or -1
 * @param agreeing neurons at which the restoration agrees with it
 */
record Candidate(int network, int image, int trial, int label, int agreeing) implements Serializable {
    /** Whether it comes first by image and trial. */
    boolean isBefore(Candidate other) {
        return image < other.image || image == other.image && trial < other.trial;
    }
}
